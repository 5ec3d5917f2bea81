package io.qpf.diagnostics.format;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Report;
import io.qpf.diagnostics.RuleInfo;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML: a suite a layer, a case a rule, so that a build server counts what passed as well. */
public final class JunitFormat implements ReportFormat {
    @Override
    public String format(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "qpf");
            for (Report.Tally tally : report.tallies()) {
                suite(xml, report, tally);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("text in memory is always written", broken);
        }
        return text.append('\n').toString();
    }

    private static void suite(XMLStreamWriter xml, Report report, Report.Tally tally) throws XMLStreamException {
        List<RuleInfo> rules = report.rules().stream()
                .filter(it -> it.layer() == tally.layer())
                .toList();
        long failed = rules.stream()
                .filter(it -> report.of(it).stream().anyMatch(report::fails))
                .count();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "qpf." + tally.layer().word());
        xml.writeAttribute("tests", String.valueOf(rules.size()));
        xml.writeAttribute("failures", String.valueOf(failed));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        for (RuleInfo rule : rules) {
            testCase(xml, report, rule);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, Report report, RuleInfo rule) throws XMLStreamException {
        List<Diagnostic> failing =
                report.of(rule).stream().filter(report::fails).toList();
        List<Diagnostic> others =
                report.of(rule).stream().filter(it -> !report.fails(it)).toList();
        xml.writeCharacters("\n    ");
        if (failing.isEmpty() && others.isEmpty()) {
            xml.writeEmptyElement("testcase");
            name(xml, rule);
            return;
        }
        xml.writeStartElement("testcase");
        name(xml, rule);
        if (!failing.isEmpty()) {
            String messages = failing.stream()
                    .map(it -> it.span() + " " + Printable.line(it.message()))
                    .collect(Collectors.joining("; "));
            xml.writeCharacters("\n      ");
            xml.writeStartElement("failure");
            xml.writeAttribute("type", failing.get(0).severity().word());
            xml.writeAttribute("message", messages);
            xml.writeCharacters("\n" + text(failing));
            xml.writeEndElement();
        }
        if (!others.isEmpty()) {
            xml.writeCharacters("\n      ");
            xml.writeStartElement("system-out");
            xml.writeCharacters("\n" + text(others));
            xml.writeEndElement();
        }
        xml.writeCharacters("\n    ");
        xml.writeEndElement();
    }

    private static void name(XMLStreamWriter xml, RuleInfo rule) throws XMLStreamException {
        xml.writeAttribute("classname", "qpf." + rule.layer().word());
        xml.writeAttribute("name", rule.id() + " " + rule.summary());
    }

    private static String text(List<Diagnostic> findings) {
        return new FullFormat(false).format(new Diagnostics(findings));
    }
}
