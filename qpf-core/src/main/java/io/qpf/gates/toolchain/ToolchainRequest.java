package io.qpf.gates.toolchain;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which tools, and from where.
 *
 * @param requirements the locked requirements, with a hash for every package
 * @param cache the folder that keeps environments
 * @param python the Python to use; empty to look for one on the PATH
 * @param offline whether the package index must not be asked
 * @param wheels a folder of wheels that takes the place of the index
 */
public record ToolchainRequest(
        String requirements, Path cache, Mode mode, Optional<String> python, boolean offline, Optional<Path> wheels) {
    /** Where the tools come from. */
    public enum Mode {
        /** An environment of their own, made by uv where there is one, else by venv and pip. */
        AUTO,
        /** An environment of their own, made by venv and pip. */
        VENV,
        /** Whatever the Python has installed. */
        SYSTEM,
        /** No tool runs; a bare Python reads the tree. */
        NONE
    }

    /** The usual way: an environment below a cache folder. */
    public static ToolchainRequest of(String requirements, Path cache) {
        return new ToolchainRequest(requirements, cache, Mode.AUTO, Optional.empty(), false, Optional.empty());
    }
}
