package io.qpf.policy;

import java.util.List;
import java.util.Set;

/** Brackets explain the name before them. What they say of the condition itself must not get lost. */
final class Brackets {
    private static final Set<String> BEFORE_UNITS = Set.of("in", "as", "unit", "unit:", "units:");

    private Brackets() {}

    /** Whether all brackets of the words explain a name; the first that does not is reported. */
    static boolean explain(Slice words, String letters, int level, Findings findings) {
        PolicyText owner = words.owner();
        for (int index = words.from(); index < words.to(); index++) {
            int close = owner.close(index);
            if (close < 0 || close >= words.to() || owner.depth(index) != level) {
                continue;
            }
            Slice inside = new Slice(owner, index + 1, close);
            String said = inside.value();
            boolean called =
                    index > words.from() && Character.isLetterOrDigit(letters.charAt(index - 1 - words.from()));
            if (called && said.equals("s")) {
                index = close;
                continue;
            }
            if (called) {
                findings.called(new Slice(owner, words.from(), close + 1), Identifiers.snake(said), letters);
                return false;
            }
            if (letters.substring(0, index - words.from()).strip().equalsIgnoreCase("not")) {
                findings.unreadable(words.span(), Wording.NEGATED.message(), Wording.NEGATED.hint());
                return false;
            }
            boolean comparing = Signs.SIGN.matcher(letters).find();
            if (isCondition(said, comparing) || !endsName(letters, words, index, close)) {
                findings.unreadable(
                        inside.span(),
                        "brackets behind a name explain it, so what stands in these is never looked at",
                        "write a unit behind its number, and join what must hold as well by AND");
                return false;
            }
            index = close;
        }
        return true;
    }

    private static boolean isCondition(String said, boolean comparing) {
        return Signs.SIGN.matcher(said).find()
                || Wording.limits(said)
                || Wording.restriction(said).isPresent()
                || Spoken.of(said).isPresent()
                || Units.find(said.strip()).isPresent()
                || !(NumberReader.read(said) instanceof NumberReader.Reading.None)
                || measures(said, comparing);
    }

    /**
     * {@code in ms} is a unit of a number outside, {@code or 0.7 at night} another limit; {@code rule 4} is none. Beside a comparison
     * {@code last 5 minutes} says when it holds, beside an event what it is.
     */
    private static boolean measures(String said, boolean comparing) {
        List<Word> words = Word.of(said);
        if (words.isEmpty() || Vocabulary.JOINING.contains(words.get(0).text())) {
            return !words.isEmpty();
        }
        for (int index = 1; index < words.size(); index++) {
            String word =
                    said.substring(words.get(index).from(), words.get(index).to());
            boolean unit = BEFORE_UNITS.contains(words.get(index - 1).text())
                    && Units.find(word.replaceAll("[,;:.]$", "")).isPresent();
            if (unit || (comparing && Telling.isMeasured(words, index, false))) {
                return true;
            }
        }
        return false;
    }

    /** A name goes before the brackets, and none goes on behind them. */
    private static boolean endsName(String letters, Slice words, int open, int close) {
        String before = letters.substring(0, open - words.from());
        String behind = letters.substring(close + 1 - words.from()).strip();
        boolean goesOn = !behind.isEmpty() && Character.isLetterOrDigit(behind.charAt(0));
        return !NumberReader.bare(before).isEmpty()
                && (!goesOn || Spoken.of(letters).isPresent() || NumberReader.isOne(letters));
    }
}
