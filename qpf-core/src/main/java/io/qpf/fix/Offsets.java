package io.qpf.fix;

import io.qpf.source.Position;
import java.util.ArrayList;
import java.util.List;

/** Turns lines and columns into offsets of a text. Lines end at LF, CR LF and CR, as editors count them. */
final class Offsets {
    private final String text;
    private final List<Integer> starts = new ArrayList<>(List.of(0));

    Offsets(String text) {
        this.text = text;
        for (int index = 0; index < text.length(); index++) {
            char at = text.charAt(index);
            boolean returns = at == '\r' && !(index + 1 < text.length() && text.charAt(index + 1) == '\n');
            if (at == '\n' || returns) {
                starts.add(index + 1);
            }
        }
    }

    int of(Position position) {
        if (position.line() > starts.size()) {
            return text.length();
        }
        int start = starts.get(position.line() - 1);
        int points = text.codePointCount(start, text.length());
        return text.offsetByCodePoints(start, Math.min(position.column() - 1, points));
    }
}
