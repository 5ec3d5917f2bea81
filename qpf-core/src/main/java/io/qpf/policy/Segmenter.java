package io.qpf.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a policy text into sentences, bullets and the alternatives between commas. */
final class Segmenter {
    private static final Pattern BULLET = Pattern.compile("\\s*(?<mark>[-*\u2022\u2013]|\\d{1,2}[.)])\\s+");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<![.!?])[.!?]+(?=\\s+[^\\s\\p{Ll}]|\\s*$)");
    private static final Pattern COMMA = Pattern.compile(",(?!(?<=\\d,)\\d)|;");
    private static final Pattern JOINING_OR = Pattern.compile("(?i)\\s*or\\s+(?:(?:if|when|whenever)\\s+)?");

    private final List<Piece> pieces = new ArrayList<>();
    private int sentence;

    private Segmenter() {}

    static List<Piece> segment(PolicyText text) {
        Segmenter segmenter = new Segmenter();
        segmenter.sentences(text.all());
        return List.copyOf(segmenter.pieces);
    }

    private void sentences(Slice text) {
        Slice rest = text.trimmed();
        while (!rest.isEmpty()) {
            Lead lead = Lead.of(rest);
            Slice body = new Slice(rest.owner(), lead.end(), rest.to());
            Matcher bullet = matcher(BULLET, body);
            if (bullet.lookingAt()) {
                bullets(body, bullet.group("mark"), lead);
                return;
            }
            int before = pieces.size();
            Slice behind = sentence(body, lead);
            if (pieces.size() == before && lead.end() > rest.from()) {
                keepLead(rest, lead);
            }
            rest = behind;
        }
    }

    /** A lead with nothing behind it is prose. */
    private void keepLead(Slice rest, Lead lead) {
        Slice words = new Slice(rest.owner(), rest.from(), lead.end()).trimmed();
        pieces.add(new Piece(words, new Lead(Lead.Kind.NEGATED, lead.end(), lead.receiver()), sentence++, true));
    }

    private void bullets(Slice body, String mark, Lead lead) {
        String any = Character.isDigit(mark.charAt(0)) ? "\\d{1,2}[.)]" : Pattern.quote(mark);
        boolean onLines = Pattern.compile("\\n\\s{0,99}" + any + "\\s")
                .matcher(body.value())
                .find();
        String gap = onLines ? "(?:^|\\n)\\s{0,99}" : "(?:^|\\s)";
        for (Slice item : body.split(Pattern.compile(gap + any + "\\s+"), 0)) {
            Slice first = item.trimmed();
            if (!first.isEmpty()) {
                Slice rest = sentence(first, lead);
                if (!rest.isEmpty()) {
                    sentences(rest);
                }
            }
        }
    }

    /** Takes the first sentence apart and returns what stands behind it. */
    private Slice sentence(Slice body, Lead lead) {
        Slice now = body;
        Slice rest = new Slice(body.owner(), body.to(), body.to());
        Matcher end = matcher(SENTENCE_END, body);
        while (end.find()) {
            if (body.owner().depth(end.start()) == 0) {
                now = new Slice(body.owner(), body.from(), end.start());
                rest = new Slice(body.owner(), end.end(), body.to()).trimmed();
                break;
            }
        }
        boolean first = true;
        for (Slice part : now.split(COMMA, 0)) {
            Slice words = (first ? part : withoutOr(part)).trimmed();
            if (!words.isEmpty()) {
                pieces.add(new Piece(words, lead, sentence, first));
                first = false;
            }
        }
        sentence++;
        return rest;
    }

    /** "a, b, or c", "a, or if b": the comma means "or" already. */
    private static Slice withoutOr(Slice part) {
        Matcher or = matcher(JOINING_OR, part);
        return or.lookingAt() ? new Slice(part.owner(), or.end(), part.to()) : part;
    }

    private static Matcher matcher(Pattern pattern, Slice slice) {
        return pattern.matcher(slice.owner().value()).region(slice.from(), slice.to());
    }
}
