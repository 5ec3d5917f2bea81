def log = new File(basedir, 'build.log').text
def baseline = new File(basedir, 'qpf-baseline.txt').readLines()

assert baseline.any { it ==~ /[0-9a-f]{16} QPF-GOV-301 src\/main\/qpf\/agents\/greeter\.yaml: .*/ }
assert log.contains('(and qpf.failOn is warning)')
assert log.contains('baseline: qpf-baseline.txt is written; these findings no longer count')
assert log =~ /findings? do(es)? not count: 0 allowed in the files, [1-9]\d* in the baseline/
assert log.contains('error[QPF-GOV-301]') : 'a severity of the project\'s own'
assert log.count('valid: 1 agent in 1 collection') == 2 : 'the second and the third call'
