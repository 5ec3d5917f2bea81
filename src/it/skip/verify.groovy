def log = new File(basedir, 'build.log').text

assert !new File(basedir, 'target/generated-sources').exists()
assert log.count('qpf:validate is skipped') == 1 : 'qpf.skip alone skips it'
assert log.count('qpf:extract is skipped; leave out -Dqpf.skip and -Dqpf.extract.skip to run it') == 2
assert log.contains('valid: 1 agent in 1 collection')
