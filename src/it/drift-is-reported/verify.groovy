def log = new File(basedir, 'build.log').text
def (first, second) = log.split('BUILD FAILURE', 2)

// The first run keeps the edit, shows it and says what to do.
assert first.contains('error[QPF-OUT-006]')
assert first.contains('generated/Hello/greeter/__init__.py:1:1')
assert first.contains('move the change into the schema, or discard it with -Dqpf.overwrite=true')
assert first.contains('+"""Edited by hand."""')
assert !first.contains('extracted:')

// The second one is told to overwrite it; the log still has it.
assert second.contains('warning[QPF-OUT-006]')
assert second.contains('+"""Edited by hand."""')
assert second =~ /extracted: 1 agent/
assert !new File(basedir, 'generated/Hello/greeter/__init__.py').text.contains('Edited by hand')
assert !new File(basedir, 'target').exists()
