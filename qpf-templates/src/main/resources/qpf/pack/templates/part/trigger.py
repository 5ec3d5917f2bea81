# {{words.comment}}
Trigger(name={{name.py}}, condition={{condition}}),
