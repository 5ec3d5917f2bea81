import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def json = new JsonSlurper().parse(new File(basedir, 'target/qpf/readiness-report.json'))
def sarif = new JsonSlurper().parse(new File(basedir, 'target/qpf/readiness.sarif')).runs[0]
def junit = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/TEST-readiness.xml'))
def page = new File(basedir, 'target/qpf/readiness.html').text

assert !json.deploymentready && json.passed
assert json.output == 'target/generated-sources/qpf'
assert json.collections.size() == 1
def gates = json.collections[0].gates.collectEntries { [it.id, it] }
assert gates.size() == 25
assert gates.imports.outcome == 'PASSED' && gates.imports.figure.good > 50
assert gates.mypy.outcome == 'NOT_RUN' && gates.mypy.allowed && !gates.mypy.stops
assert json.todo.any { it.startsWith('metadata.status of Greeter is `draft`') }
assert json.run.collections[0].seconds > 0

assert junit.testsuite.size() == 2
assert junit.testsuite[0].testcase.size() == 25
assert sarif.invocations[0].toolExecutionNotifications.size() >= 10
assert log.contains('readiness: ') && log.contains('readiness.html')

// The second run came after a clean and knows of the first, which said the same.
def runs = new JsonSlurper().parse(new File(basedir, 'history.json')).runs
assert runs.size() == 1 && runs[0].times == 2

assert page.contains('Not ready for deployment')
def site = new File(basedir, 'target/site')
assert new File(site, 'qpf-readiness.html').text == page
assert new File(site, 'project-reports.html').text.contains('qpf-readiness.html')
return true
