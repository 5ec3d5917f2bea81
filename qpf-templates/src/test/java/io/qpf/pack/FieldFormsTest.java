package io.qpf.pack;

import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The forms that people write become code of the same quality as the example's: a schema over many documents, an
 * identity nested below {@code system:}, endpoints as bare paths, conditions as half-expressions, another root, and
 * nothing bound.
 */
class FieldFormsTest {
    @TempDir
    Path temp = Path.of("");

    @Test
    void theFormsOfTheFieldHoldTheBars() throws IOException {
        RealTools tools = RealTools.get();
        Path tree = temp.resolve("tree");
        Extraction.extract(Path.of("src/test/resources/collections/field"), tree, temp.resolve("none"), 2);
        Bars.hold(tools, tree);
    }
}
