def log = new File(basedir, 'build.log').text
def (bound, asked) = log.split('BUILD SUCCESS', 2)

// A module that inherits the plugin may have no schemas; whoever asks by name wants to know.
assert bound =~ /\[WARNING\] qpf:extract has nothing to do: there is no input folder .*src.main.qpf/
assert asked =~ /qpf:extract: there is no input folder .*Put an extractor-map.yaml and agents\/\*\.yaml there/
// A folder that somebody has named is meant to be there, whatever runs the goal.
assert asked =~ /qpf:validate: there is no input folder .*src.nowhere/
assert !new File(basedir, 'target').exists()
