package io.qpf.schema.load;

import io.qpf.schema.WorldModel;
import io.qpf.source.Located;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code worldmodelintegration}. */
final class WorldModelReader {
    private WorldModelReader() {}

    static WorldModel read(Fields section) {
        List<Text> connectors = new ArrayList<>(section.texts("dataconnectors"));
        connectors.addAll(section.texts("sources"));
        return new WorldModel(
                section.span(),
                section.flag("enabled").map(Located::value).orElse(true),
                section.texts("activemodels"),
                connectors,
                section.text("modeltype"),
                section.texts("usecases"),
                section.text("updatefrequency"),
                section.text("contextwindow"),
                section.extras());
    }
}
