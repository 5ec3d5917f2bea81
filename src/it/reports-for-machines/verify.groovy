import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def json = new JsonSlurper().parse(new File(basedir, 'target/qpf.json'))
def sarif = new JsonSlurper().parse(new File(basedir, 'target/qpf.sarif')).runs[0]
def junit = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/TEST-qpf.xml'))

assert json.summary.rules >= 70
assert json.summary.passed > json.summary.rules - 20
assert json.layers*.layer.containsAll(['syntax', 'structure', 'types', 'dependencies', 'governance', 'consistency'])
assert json.findings.any { it.rule == 'QPF-GOV-301' && it.line == 8 }

// Only who comes to the output looks at what was written there before.
assert sarif.tool.driver.rules.any { it.id.startsWith('QPF-OUT-') }
assert log =~ /extracted: 1 agent/
assert sarif.tool.driver.rules.size() == json.summary.rules
assert sarif.results*.ruleId == json.findings*.rule
assert junit.testsuite.testcase.size() == json.summary.rules
assert junit.testsuite.'@failures'*.text().every { it == '0' }

// GitHub reads a command at the start of a line only.
assert log =~ /(?m)^::warning file=\S*greeter\.yaml,line=8,col=\d+,endColumn=\d+,title=QPF-GOV-301::/
assert log =~ /governance +\d+ of +\d+ rules passed +\d+ warning/
