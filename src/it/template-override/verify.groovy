def out = new File(basedir, 'target/generated-sources/qpf')
def log = new File(basedir, 'build.log').text

assert !new File(out, 'Hello/greeter/API_SPEC.md').text.contains(basedir.parent) : 'no path of the machine'

// One template is ours, all others are the pack's.
assert new File(out, 'Hello/greeter/README.md').text == '# Our own words on Greeter\n'
assert new File(out, 'Hello/greeter/API_SPEC.md').text.contains('/greeter/v6/greet')

// A template that asks for what is not there says so, and changes nothing.
assert log.contains('error[QPF-SYN-102]')
assert log =~ /src\/broken\/docs\/readme\.md\.mustache:\d+:\d+/
assert log.contains('`agent` has no `shoe_size`')
assert log.contains("correct it, or delete the file to use the pack's own")
