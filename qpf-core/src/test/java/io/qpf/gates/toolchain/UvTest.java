package io.qpf.gates.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qpf.gates.toolchain.ToolchainRequest.Mode;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When uv makes the environment, when venv and pip do, and that uv really can. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are those of a POSIX shell")
class UvTest {
    private static final String NOTHING = "# no packages\n";
    private static final Path LOCK =
            Path.of("../qpf-templates/src/main/resources/qpf/pack/project/requirements-dev.txt");

    @TempDir
    private Path folder = Path.of("");

    private ToolchainRequest request(
            Mode mode, String requirements, boolean offline, Optional<Path> wheels, Path python) {
        return new ToolchainRequest(
                requirements, folder.resolve("cache"), mode, Optional.of(python.toString()), offline, wheels);
    }

    private ToolchainRequest request(Mode mode, String requirements) throws IOException {
        return request(mode, requirements, false, Optional.empty(), python());
    }

    private Path script(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    /** A Python that is new enough, has installed what a file says, notes what it is told, and makes its environment. */
    private Path python() throws IOException {
        return script(
                "python",
                "case \"$*\" in *importlib.metadata*) cat " + installed() + "; echo ==here; exit 0 ;; esac\n"
                        + "[ \"$1\" = -c ] && { echo 3.11.7; exit 0; }\necho \"python $*\" >> " + calls()
                        + "\nif [ \"$2\" = venv ]; then mkdir -p bin && cp \"$0\" bin/python; fi\n");
    }

    /** A uv that does the same, and ends as it is told. */
    private String uv(int version, int install) throws IOException {
        return script(
                        "uv",
                        "echo \"uv $*\" >> " + calls() + "\ncase \"$1\" in\n  --version) exit " + version
                                + " ;;\n  venv) mkdir -p bin && cp \"$4\" bin/python; exit 0 ;;\n"
                                + "  pip) echo the index is away >&2; exit " + install + " ;;\nesac\nexit 9\n")
                .toString();
    }

    private Path installed() throws IOException {
        Path file = folder.resolve("installed.txt");
        return Files.exists(file) ? file : Files.createFile(file);
    }

    private Path calls() {
        return folder.resolve("calls.txt");
    }

    private List<String> called() throws IOException {
        return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
    }

    @Test
    void uvMakesTheEnvironmentWhereItIsThere() throws Exception {
        ToolchainRequest request = request(Mode.AUTO, NOTHING);
        Path python = Toolchain.of(request, uv(0, 0)).python();

        assertThat(called())
                .containsExactly(
                        "uv --version",
                        "uv venv --allow-existing --python " + request.python().orElseThrow() + " .",
                        "uv pip install --python " + python + " --require-hashes -r " + lock(python));
        assertThat(Toolchain.of(request, uv(0, 0)).python()).isEqualTo(python);
        assertThat(called()).as("what was made is not made again").hasSize(3);
    }

    private static Path lock(Path python) {
        return python.resolve("../../requirements.txt").normalize();
    }

    @Test
    void uvIsToldWhereItMayLook() throws Exception {
        Path wheels = Files.createDirectories(folder.resolve("wheels"));

        Toolchain.of(request(Mode.AUTO, NOTHING, true, Optional.of(wheels), python()), uv(0, 0));

        assertThat(called().get(2)).contains(" --offline --no-index --find-links " + wheels + " --require-hashes -r ");
    }

    @Test
    void venvMakesItWhereNobodyWantsUv() throws Exception {
        assertMadeByVenv(Mode.VENV, uv(0, 0), List.of());
    }

    @Test
    void venvMakesItWhereUvIsBroken() throws Exception {
        assertMadeByVenv(Mode.AUTO, uv(1, 0), List.of("uv --version"));
    }

    @Test
    void venvMakesItWhereThereIsNoUv() throws Exception {
        assertMadeByVenv(Mode.AUTO, folder.resolve("nowhere/uv").toString(), List.of());
    }

    private void assertMadeByVenv(Mode mode, String uv, List<String> before) throws Exception {
        Path python = Toolchain.of(request(mode, NOTHING), uv).python();

        List<String> expected = new ArrayList<>(before);
        expected.add("python -m venv .");
        expected.add("python -m pip install --disable-pip-version-check --require-hashes -r " + lock(python));
        assertThat(called()).isEqualTo(expected);
    }

    @Test
    void whatUvCannotInstallIsNoToolchain() throws Exception {
        ToolchainRequest request = request(Mode.AUTO, NOTHING);
        String uv = uv(0, 7);

        assertThatThrownBy(() -> Toolchain.of(request, uv))
                .isInstanceOf(ToolchainException.class)
                .hasMessageStartingWith("The tools could not be installed: `" + uv + " pip install")
                .hasMessageContaining("failed with 7. Check that the package index can be reached")
                .hasMessageContaining("-Dqpf.wheels")
                .hasMessageContaining("the index is away");
    }

    /** It exits 0 whatever it is told, as `true` does under its name. */
    @Test
    void uvThatDoesNothingIsNoToolchain() throws Exception {
        ToolchainRequest request = request(Mode.AUTO, NOTHING);
        String idle = script("idle", "exit 0\n").toString();

        assertThatThrownBy(() -> Toolchain.of(request, idle))
                .isInstanceOf(ToolchainException.class)
                .hasMessageStartingWith("The tools were not installed though the installer said so: there is no Python")
                .hasMessageContaining("-Dqpf.toolchain=venv");
        assertNothingKept();
        assertThat(Toolchain.of(request, uv(0, 0)).python()).exists();
    }

    /** It makes the environment, and then installs nothing, or something else. */
    @Test
    void uvThatInstallsSomethingElseIsNoToolchain() throws Exception {
        String lock = "Left.pad==2026.01.0 \\\n    --hash=sha256:0\nright==2.1\nwin==1 ; sys_platform == 'win32'\n";
        ToolchainRequest request = request(Mode.AUTO, lock);
        String uv = uv(0, 0);

        Files.writeString(installed(), "right=2.0\n");
        assertThatThrownBy(() -> Toolchain.of(request, uv))
                .isInstanceOf(ToolchainException.class)
                .hasMessageContaining(
                        ": Left.pad 2026.01.0 is not there; right is 2.0 in place of 2.1. Nothing was kept");
        assertNothingKept();
        Files.writeString(installed(), "Left.pad=2026.1\nright=2.1\n");
        assertThat(Toolchain.of(request, uv).python()).exists();
    }

    /** A folder that was once marked complete and has no Python is made again. */
    @Test
    void environmentThatLostItsPythonIsMadeAgain() throws Exception {
        ToolchainRequest request = request(Mode.AUTO, NOTHING);
        Path python = Toolchain.of(request, uv(0, 0)).python();
        Files.delete(python);

        assertThat(Toolchain.of(request, uv(0, 0)).python()).isEqualTo(python).exists();
    }

    private void assertNothingKept() throws IOException {
        try (Stream<Path> kept = Files.list(folder.resolve("cache"))) {
            assertThat(kept.filter(Files::isDirectory)).isEmpty();
        }
    }

    /** One from the index, with a package of the pack's own lock, and with a hash that is none of its. */
    @Test
    void theRealUvInstallsByHash() throws Exception {
        String locked = locked("iniconfig");
        Path python = RealTools.get("qpf-core/src/test/resources/toolchain/requirements.txt")
                .python();
        String uv = python.resolveSibling("uv").toString();

        Toolchain made = Toolchain.of(request(Mode.AUTO, locked, false, Optional.empty(), python), uv);

        assertThat(Files.readString(made.python().resolve("../../pyvenv.cfg").normalize()))
                .containsPattern("(?m)^uv = \\d");
        assertThat(made.versions(folder, List.of("iniconfig", "pip")))
                .containsOnlyKeys("iniconfig")
                .containsValue(locked.replaceFirst("(?s)^iniconfig==(\\S+).*", "$1"));
        ToolchainRequest forged = request(
                Mode.AUTO,
                locked.replaceAll("sha256:[0-9a-f]{64}", "sha256:" + "0".repeat(64)),
                false,
                Optional.empty(),
                python);
        assertThatThrownBy(() -> Toolchain.of(forged, uv))
                .isInstanceOf(ToolchainException.class)
                .hasMessageContaining(uv + " pip install")
                .hasMessageContaining("0".repeat(64));
    }

    /** A package of the lock, with all of its hashes. */
    private static String locked(String name) throws IOException {
        String text = Files.readString(LOCK);
        int start = text.indexOf("\n" + name + "==") + 1;
        assertThat(start).isPositive();
        String rest = text.substring(start);
        StringBuilder block = new StringBuilder();
        for (String line : rest.lines().toList()) {
            block.append(line).append('\n');
            if (!line.endsWith("\\")) {
                break;
            }
        }
        return block.toString();
    }
}
