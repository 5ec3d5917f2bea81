package io.qpf.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The plugin as Maven sees it, held against the README. */
class DescriptorTest {
    private static final Map<String, Element> GOALS = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws Exception {
        Path descriptor = Path.of("target/classes/META-INF/maven/plugin.xml");
        Element plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(descriptor.toFile())
                .getDocumentElement();
        assertThat(text(plugin, "goalPrefix")).isEqualTo("qpf");
        for (Element mojo : elements(plugin, "mojo")) {
            GOALS.put(text(mojo, "goal"), mojo);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /** The text of a direct child; empty if there is none. */
    private static String text(Element parent, String name) {
        for (Node it = parent.getFirstChild(); it != null; it = it.getNextSibling()) {
            if (it.getNodeName().equals(name)) {
                return it.getTextContent().strip();
            }
        }
        return "";
    }

    private static Element goal(String name) {
        return Optional.ofNullable(GOALS.get(name)).orElseThrow(() -> new AssertionError("no goal " + name));
    }

    @Test
    void goalsAreBoundToTheirPhasesAndThreadSafe() {
        assertThat(GOALS.keySet()).contains("validate", "plan", "extract", "help");
        assertThat(text(goal("validate"), "phase")).isEqualTo("validate");
        assertThat(text(goal("extract"), "phase")).isEqualTo("generate-sources");
        assertThat(text(goal("plan"), "phase")).isEmpty();
        assertThat(GOALS.values()).allMatch(it -> text(it, "threadSafe").equals("true"));
    }

    /** Every goal can be skipped alone, and its property is named for it. */
    @Test
    void everyGoalHasItsSkip() {
        for (String name : List.of("validate", "plan", "extract")) {
            assertThat(properties(goal(name))).contains("qpf.skip", "qpf." + name + ".skip");
        }
    }

    /** A property that the README does not tell of is one that nobody finds. */
    @Test
    void readmeTellsOfEveryProperty() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        TreeSet<String> existing = new TreeSet<>();
        GOALS.values().forEach(it -> existing.addAll(properties(it)));
        // The row of qpf.skip tells of those that skip one goal.
        existing.removeIf(it -> it.matches("qpf\\.[\\w-]+\\.skip"));
        assertThat(existing)
                .contains("qpf.inputDirectory", "qpf.threads")
                .allMatch(it -> readme.contains("`" + it + "`"));
    }

    @Test
    void readmeTellsTheDefaults() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        int compared = 0;
        for (Element parameter :
                elements(elements(goal("extract"), "configuration").get(0), "*")) {
            String property = parameter.getTextContent().strip().replaceAll("^\\$\\{|}$", "");
            String row = "| `" + property + "` | ";
            if (readme.contains(row)) {
                String value = parameter
                        .getAttribute("default-value")
                        .replace("${project.basedir}/", "")
                        .replace("${project.build.directory}", "target");
                assertThat(readme).contains(value.isEmpty() ? row + "|" : row + "`" + value + "` |");
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(8);
    }

    private static List<String> properties(Element goal) {
        return elements(goal, "configuration").stream()
                .flatMap(it -> Pattern.compile("\\$\\{(qpf\\.[A-Za-z.]+)}")
                        .matcher(it.getTextContent())
                        .results())
                .map(it -> it.group(1))
                .toList();
    }
}
