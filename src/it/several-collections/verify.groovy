def out = new File(basedir, 'target/generated-sources/qpf')
def log = new File(basedir, 'build.log').text

// Each collection has a folder of its own, so that their common names do not meet; one lock knows both.
assert new File(out, 'one/Hello/greeter/governance_bridge.py').text.contains('greeting_sent')
assert new File(out, 'two/Bye/greeter/governance_bridge.py').text.contains('farewell_sent')
def locked = new groovy.json.JsonSlurper().parse(new File(out, '.qpf/lock.json')).files*.path
assert locked.any { it.startsWith('one/') } && locked.any { it.startsWith('two/') }
assert locked.every { it.startsWith('one/') || it.startsWith('two/') }

assert log.contains('valid: 2 agents in 2 collections')
assert log =~ /extracted: 2 agents, /
