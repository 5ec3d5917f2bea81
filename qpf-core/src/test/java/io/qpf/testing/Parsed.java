package io.qpf.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What other programs make of a report, which has to be text that a file can hold. */
public final class Parsed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Parsed() {}

    /** The text itself, if it has no half of a character: {@code String.getBytes} would replace it without a word. */
    public static String whole(String text) throws CharacterCodingException {
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        return text;
    }

    public static JsonNode json(String text) throws IOException {
        return JSON.readTree(whole(text));
    }

    public static Element xml(String text) throws IOException, ParserConfigurationException, SAXException {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(whole(text))))
                .getDocumentElement();
    }
}
