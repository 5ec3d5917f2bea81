def out = new File(basedir, 'target/generated-sources/qpf')
def log = new File(basedir, 'build.log').text

// A plain `mvn package` has the whole tree.
['Hello/core/governance.py', 'Hello/greeter/controller.py', 'Hello/greeter/README.md', 'Hello/tests/greeter/conftest.py',
 'hello_domain/greeting.py', '.qpf/lock.json'].each {
    assert new File(out, it).file : "$it is missing"
}
assert new File(out, 'hello_domain/greeting.py').text == new File(basedir, 'src/main/python/hello_domain/greeting.py').text

// The lock knows every file, and nothing else lies there.
def locked = new groovy.json.JsonSlurper().parse(new File(out, '.qpf/lock.json')).files
def found = []
out.eachFileRecurse(groovy.io.FileType.FILES) { found << out.toPath().relativize(it.toPath()).toString() }
assert (found - ['.qpf/lock.json', '.qpf/guard']).toSet() == locked*.path.toSet()

// The log tells how it goes and what came of it.
assert log.contains('valid: 1 agent in 1 collection')
assert log =~ /\[1\/1\] Greeter +\d+ modules, \d+ tests, 2 documents/
assert log.contains('target/generated-sources/qpf')
assert log =~ /extracted: 1 agent, \d+ modules, \d+ tests, 2 documents, [\d,]+ lines in [\d.]+ s/
assert log =~ /files: ${found.size() - 2} written, 0 unchanged, 0 removed/
assert !log.contains('\u001b[1m') : 'a batch build has no colours'
