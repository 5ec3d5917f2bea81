package io.qpf.extract;

import java.io.IOException;
import java.nio.file.Path;

/** Where the contents of input files come from: the disk, or what they are about to become. */
interface Inputs {
    byte[] read(Path file) throws IOException;
}
