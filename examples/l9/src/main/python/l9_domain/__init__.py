"""Domain code of the L9 example: what the schemas bind under `bindings`.

People write this package by hand. It knows the trade in recycled plastics and
nothing of servers, packets or storage; the only thing it asks of the agents is
a step of their work, or what their policy says, through `l9_domain.agent`.
"""
