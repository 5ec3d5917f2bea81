package io.qpf.diagnostics.format;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML, as build servers read it. */
public final class JunitXml {
    /** Cases that belong together. */
    public record Suite(String name, List<Case> cases) {
        public Suite {
            cases = List.copyOf(cases);
        }

        private long count(Kind kind) {
            return cases.stream()
                    .filter(it -> it.parts().stream().anyMatch(part -> part.kind() == kind))
                    .count();
        }
    }

    /** One thing that was checked; it passed if no part says otherwise. */
    public record Case(String className, String name, List<Part> parts) {
        public Case {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What is said of a case.
     *
     * @param type one word; empty for none
     * @param message one line; empty for none
     * @param text lines; empty for none
     */
    public record Part(Kind kind, String type, String message, String text) {}

    /** The elements of a case. */
    public enum Kind {
        FAILURE("failure"),
        ERROR("error"),
        SKIPPED("skipped"),
        OUTPUT("system-out");

        private final String element;

        Kind(String element) {
            this.element = element;
        }
    }

    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The whole document. */
    public static String of(String name, List<Suite> suites) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitXml(xml).document(name, suites);
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("text in memory is always written", broken);
        }
        return text.append('\n').toString();
    }

    private void document(String name, List<Suite> suites) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        attribute("name", name);
        for (Suite it : suites) {
            suite(it);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(Suite suite) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute("name", suite.name());
        attribute("tests", String.valueOf(suite.cases().size()));
        attribute("failures", String.valueOf(suite.count(Kind.FAILURE)));
        attribute("errors", String.valueOf(suite.count(Kind.ERROR)));
        attribute("skipped", String.valueOf(suite.count(Kind.SKIPPED)));
        for (Case it : suite.cases()) {
            testCase(it);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void testCase(Case one) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        if (one.parts().isEmpty()) {
            xml.writeEmptyElement("testcase");
        } else {
            xml.writeStartElement("testcase");
        }
        attribute("classname", one.className());
        attribute("name", one.name());
        for (Part it : one.parts()) {
            part(it);
        }
        if (!one.parts().isEmpty()) {
            xml.writeCharacters("\n    ");
            xml.writeEndElement();
        }
    }

    private void part(Part part) throws XMLStreamException {
        xml.writeCharacters("\n      ");
        xml.writeStartElement(part.kind().element);
        if (!part.type().isEmpty()) {
            attribute("type", part.type());
        }
        if (!part.message().isEmpty()) {
            attribute("message", part.message());
        }
        if (!part.text().isEmpty()) {
            xml.writeCharacters("\n" + lines(part.text()));
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Printable.line(value));
    }

    /** Not every character may stand in XML, even escaped. */
    private static String lines(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.lines().forEach(it -> out.append(Printable.line(it)).append('\n'));
        return out.toString();
    }
}
