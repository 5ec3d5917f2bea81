def log = new File(basedir, 'build.log').text
def failed = log.indexOf('BUILD FAILURE')
def mended = log.indexOf('BUILD SUCCESS', failed)
assert failed > 0 && mended > failed
def first = log.substring(0, mended).with { it.substring(0, it.indexOf('BUILD FAILURE') + 4000) }
def second = log.substring(failed, mended)
def third = log.substring(mended)

// The gates say what is wrong, where, and what to do; nothing else fails.
assert first =~ /FAILED\s+unused-imports\s+1 /
assert first.contains('greeter_domain/greeting.py:5: os is imported and not used')
assert first =~ /FAILED\s+checklist\s+1 /
assert first =~ /unsigned\/extractor-map.yaml:10: no gate proves `Ada has read what it says to people`/
assert first.contains('not ready for deployment. What to do:')
assert first.contains('sign it under sign_offs in the map')
assert first.findAll(/FAILED  /).size() == 2

// Mended, the same build passes, and what was not measured does not look as if it had been.
assert second =~ /PASSED\s+unused-imports\s+0 /
assert second =~ /PASSED\s+checklist\s+0 /
assert second =~ /NOT RUN\s+pylint.*\(allowed\)/
assert second.contains('because the greeter is an example')
assert second.contains('deploymentready: 0 of 1 agents')

// Without a Python nothing that needs one passes.
assert third =~ /NOT RUN\s+imports/
assert third.contains('There is no Python at /nowhere/python3')
assert !(third =~ /PASSED\s+(imports|docstrings|manifests|black|tests)/)
return true
