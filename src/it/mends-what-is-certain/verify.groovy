def log = new File(basedir, 'build.log').text

// Comments, order and everything that was no mistake are as they were, to the byte.
assert new File(basedir, 'src/main/qpf/agents/greeter.yaml').bytes == new File(basedir, 'expected.yaml').bytes
assert new File(basedir, 'src/main/qpf/agents').list() as List == ['greeter.yaml']

assert log.contains('4 mistakes can be mended: mvn qpf:validate -Dqpf.fix')
assert log.contains('-role: Greets: people.   # and nobody else')
assert log.contains('+role: "Greets: people."   # and nobody else')
assert log.contains('mended: 4 mistakes in 1 file, all else as it was')
assert log.contains('nothing to mend that could only be meant in one way')
assert log.count('valid: 1 agent in 1 collection') == 2
