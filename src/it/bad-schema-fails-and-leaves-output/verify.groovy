import java.security.MessageDigest

def out = new File(basedir, 'target/generated-sources/qpf')
def log = new File(basedir, 'build.log').text

// Every mistake is reported at its place, with what to do; twice, since the third call prints the short form.
assert log.contains('[ERROR] error[QPF-STR-001]')
assert log.contains('hint:')
assert log =~ /greeter\.yaml:\d+:\d+: error QPF-STR-001/
assert log =~ /greeter\.yaml:5:\d+/ : 'the rootpath stands on line 5'
assert log =~ /greeter\.yaml:25:\d+/ : 'the timeout stands on line 25'
assert log =~ /qpf:validate found \d+ errors.*the output is as it was/

// Not a byte of the first run's output has changed.
def locked = new groovy.json.JsonSlurper().parse(new File(out, '.qpf/lock.json')).files
assert locked.size() > 50
locked.each {
    def digest = MessageDigest.getInstance('SHA-256').digest(new File(out, it.path).bytes).encodeHex().toString()
    assert digest == it.sha256 : it.path
}
return true
