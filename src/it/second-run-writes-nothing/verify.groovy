def out = new File(basedir, 'target/generated-sources/qpf')
def log = new File(basedir, 'build.log').text
def counts = (log =~ /files: (\d+) written, (\d+) unchanged, (\d+) removed/).collect { it[1..3]*.toInteger() }

assert counts.size() == 2
assert counts[0][0] > 50 && counts[0][1] == 0
assert counts[1] == [0, counts[0][0], 0] : 'the second run, on another number of threads, writes nothing'

// The lock is as old as the files: it was not written again either.
def lock = new File(out, '.qpf/lock.json').lastModified()
def second = new File(basedir, 'build.log').lastModified()
assert lock < second
out.eachFileRecurse(groovy.io.FileType.FILES) { assert it.lastModified() <= lock : "$it was touched after the lock" }
