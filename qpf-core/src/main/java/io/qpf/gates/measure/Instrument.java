package io.qpf.gates.measure;

import io.qpf.gates.Gate;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One way to measure: knows what is not known yet, and reads all that it found. */
interface Instrument {
    /** The name of the tool. */
    String name();

    /** The gates that it measures, alone or beside others. */
    List<Gate> gates();

    /** What must run, since no kept result holds; asked once. */
    List<Task> tasks() throws IOException, ToolFailure;

    /** Everything that was found, now and before; asked once the tasks have ended. */
    List<Measurement> read() throws IOException, ToolFailure;

    /** Gates that could not be measured though the instrument ran, with the reason. */
    default Map<String, String> notRun() {
        return Map.of();
    }

    /** Where the output of its runs lies in full. */
    default List<String> logs() {
        return List.of();
    }

    /** The packages of Python without which it cannot measure. */
    default List<String> needs() {
        return List.of();
    }

    /**
     * A run of a tool.
     *
     * @param weight how long it will take beside others; the heaviest starts first
     */
    record Task(String name, long weight, Work work) {
        /** What is done. */
        interface Work {
            void run() throws IOException, ToolFailure;
        }
    }
}
