package io.qpf.pack.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.gates.GateResult;
import io.qpf.gates.Outcome;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kept result of tests falls with all that they read, and people's tests run in a folder that pytest could misread. */
class KeptReadsTest {
    private static final String TESTS = """
            \"""What stands beside the project.\"""

            from __future__ import annotations

            from pathlib import Path

            import pytest

            HERE = Path(__file__).parents[1]


            def test_files_are_listed() -> None:
                \"""A new file is another answer.\"""
                assert sorted(it.name for it in HERE.glob("requests/*.json")) == ["a.json"]


            def test_file_is_absent() -> None:
                \"""A file that comes is another answer.\"""
                with pytest.raises(FileNotFoundError):
                    (HERE / "settings.local").read_text(encoding="utf-8")


            def test_linked_file() -> None:
                \"""A file behind a link counts where it lies.\"""
                assert (Path(__file__).parent / "shared/d.json").read_text(encoding="utf-8") == "1"
            """;

    @TempDir
    private Path temp = Path.of("");

    private MeasuredTree harbour = MeasuredTree.none();

    @Test
    void resultsFallWithWhatTestsRead() throws IOException {
        RealTools.get();
        Path folder = Files.createDirectories(temp.resolve("my Häfen [x]"));
        Path own = Files.createDirectories(folder.resolve("own"));
        Path linked = Files.createDirectories(folder.resolve("linked"));
        Files.createDirectories(folder.resolve("requests"));
        Files.writeString(folder.resolve("requests/a.json"), "{}");
        Files.writeString(linked.resolve("d.json"), "1");
        Files.createSymbolicLink(own.resolve("shared"), linked);
        Files.writeString(own.resolve("test_reads.py"), TESTS);
        harbour = MeasuredTree.harbour(folder).withDomainTests(own);
        harbour.withoutFoundationTests();
        assertThat(measure().outcome()).isInstanceOf(Outcome.Passed.class);

        assertFalls(folder.resolve("requests/b.json"), "test_files_are_listed");
        assertFalls(folder.resolve("settings.local"), "test_file_is_absent");
        Files.writeString(linked.resolve("d.json"), "2");
        assertThat(measure().evidence()).anyMatch(it -> it.message().startsWith("test_linked_file"));
        Files.writeString(linked.resolve("d.json"), "1");
    }

    private void assertFalls(Path file, String test) throws IOException {
        Files.writeString(file, "{}");
        assertThat(measure().evidence()).anyMatch(it -> it.message().startsWith(test));
        Files.delete(file);
        assertThat(measure().outcome()).isInstanceOf(Outcome.Passed.class);
    }

    private GateResult measure() throws IOException {
        return MeasuredTree.result(harbour.measure(Set.of("tests")), "tests");
    }
}
