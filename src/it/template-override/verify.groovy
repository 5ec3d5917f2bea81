def out = new File(basedir, 'target/generated-sources/qpf')
def log = new File(basedir, 'build.log').text

assert !new File(out, 'Hello/greeter/API_SPEC.md').text.contains(basedir.parent) : 'no path of the machine'

// One template is ours, all others are the pack's.
assert new File(out, 'Hello/greeter/README.md').text == '# Our own words on Greeter\n'
assert new File(out, 'Hello/greeter/API_SPEC.md').text.contains('/greeter/v6/greet')

// A template that asks for what is not there says so, and changes nothing.
assert log.contains('error[QPF-SYN-102]')
assert log.contains('docs/readme.md.mustache')
assert log.contains('shoe_size')
assert log =~ /correct the template below .*src\/broken, or delete it to use the pack's own/
