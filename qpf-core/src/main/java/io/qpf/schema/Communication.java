package io.qpf.schema;

import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;

/** What goes in and out, and over which channels. */
public record Communication(Span span, List<Text> input, List<Text> output, List<Channel> channels) {
    /** A channel by name and whether it is on. */
    public record Channel(Text name, boolean enabled) {}

    public Communication {
        input = List.copyOf(input);
        output = List.copyOf(output);
        channels = List.copyOf(channels);
    }
}
