def log = new File(basedir, 'build.log').text

def listed = (log =~ /(?m)^\[INFO\]   (QPF-[A-Z]{3}-\d{3})  (error|warning|info)/).collect { it[1] }
assert listed.size() >= 70
assert listed.toSet().size() == listed.size()
assert log =~ /\d+ rules in [67] layers/

assert log.contains('QPF-GOV-302  warning  governance')
assert log.contains('escalationtriggers: [accuracy_< 90_percent, accuracy_< 80_percent]')
assert log =~ /there is no rule QPF-GOW-302; did you mean `QPF-GOV-302`\?/
assert log =~ /there is no rule GOW-302; did you mean `QPF-GOV-302`\?/
assert log.findAll('QPF-GOV-302  warning  governance').size() == 2 : 'by its whole id, and without what all ids begin with'

def schemas = new File(basedir, '.qpf/schemas')
assert schemas.list().sort() as List == ['agent.schema.json', 'glue.schema.json', 'map.schema.json']
assert new groovy.json.JsonSlurper().parse(new File(schemas, 'agent.schema.json')).required.contains('governance')
