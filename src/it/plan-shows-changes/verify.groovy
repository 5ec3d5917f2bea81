def out = new File(basedir, 'target/generated-sources/qpf')
def log = new File(basedir, 'build.log').text

assert log.contains('wave 1: Greeter')
assert log =~ /new +Hello\/greeter\/greeting_scorer\.py/
assert log =~ /new +Hello\/greeter\/CONFIG\.md/
assert log =~ /stale +Hello\/greeter\/API_SPEC\.md/
assert log =~ /stale +Hello\/greeter\/reasoning_engine\.py/ : 'the scorer now carries the strategies'
assert log =~ /changed +Hello\/greeter\//
assert log =~ /plan: \d+ new, \d+ changed, 2 stale, \d+ unchanged; mvn qpf:extract carries it out/
assert log =~ /is up to date: \d+ files unchanged/ : 'the third call plans what the first one wrote'

// Every file that is counted is named, so that whoever looks for one finds it.
['new', 'changed', 'stale'].each { word ->
    def counted = (log =~ /plan: .*?(\d+) ${word}[,;]/).collect { it[1] as int }.sum()
    assert log.readLines().findAll { it =~ /^\[INFO\]   ${word} +\S/ }.size() == counted : word
}

assert !(log =~ /changed +Hello\/core/) : 'the foundation does not depend on a schema'
assert !(log =~ /changed +Hello\/greeter\/memory_bridge/) : 'a time limit is no business of memory'

// A plan writes nothing.
assert !new File(out, 'Hello/greeter/greeting_scorer.py').exists()
assert new File(out, 'Hello/greeter/API_SPEC.md').exists()
