package io.qpf.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
    @Test
    void showsChangesWithThreeLinesAround() {
        String before = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\n";
        String after = "a\nb\nc\nd\nE\nf\ng\nh\ni\nj\nk\nl\nm\nn\n";

        assertThat(UnifiedDiff.of(before, after))
                .hasToString("@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n@@ -11,3 +11,4 @@\n k\n l\n m\n+n\n");
    }

    @Test
    void showsAFileThatIsGoneOrNew() {
        assertThat(UnifiedDiff.of("a\nb\n", "")).hasToString("@@ -1,2 +0,0 @@\n-a\n-b\n");
        assertThat(UnifiedDiff.of("", "a\n")).hasToString("@@ -0,0 +1,1 @@\n+a\n");
        assertThat(UnifiedDiff.of("a\n", "a\n")).hasToString("");
    }

    @Property(tries = 300, seed = Seeds.FIXED)
    void appliedToTheFirstTextItGivesTheSecond(
            @ForAll @Size(max = 25) List<@IntRange(max = 3) Integer> before,
            @ForAll @Size(max = 25) List<@IntRange(max = 3) Integer> after) {
        UnifiedDiff diff = UnifiedDiff.of(text(before), text(after));

        assertThat(patch(text(before).lines().toList(), diff.toString()))
                .isEqualTo(text(after).lines().toList());
    }

    private static String text(List<Integer> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(it -> text.append("line ").append(it).append('\n'));
        return text.toString();
    }

    private static List<String> patch(List<String> before, String diff) {
        List<String> after = new ArrayList<>();
        int next = 0;
        for (String line : diff.lines().toList()) {
            if (line.startsWith("@@")) {
                String[] range = line.substring(4, line.indexOf(" +")).split(",", -1);
                int start = Integer.parseInt(range[0]) - (range[1].equals("0") ? 0 : 1);
                after.addAll(before.subList(next, start));
                next = start;
            } else if (line.startsWith("+")) {
                after.add(line.substring(1));
            } else {
                assertThat(before.get(next++)).isEqualTo(line.substring(1));
                if (line.startsWith(" ")) {
                    after.add(line.substring(1));
                }
            }
        }
        after.addAll(before.subList(next, before.size()));
        return after;
    }
}
