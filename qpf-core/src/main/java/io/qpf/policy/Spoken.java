package io.qpf.policy;

import io.qpf.policy.Condition.Operator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A comparison in words: "confidence is not above 0.6", "at least 3 failures", "score between 0.2 and 0.4".
 *
 * @param name the metric, as it is written
 * @param bounds one, or the two ends of a range
 * @param outside whether the range is what the metric must have left
 */
record Spoken(String name, List<Bound> bounds, boolean outside) {
    /**
     * One end.
     *
     * @param value the number as it is read, with the unit of the other end where it has none
     * @param from where the number stands in the phrase
     */
    record Bound(Operator operator, String value, int from, int to) {}

    private static final int LONGEST = 400;
    private static final int MOST_WORDS = 5;
    private static final int UNIT_WORDS = 3;
    private static final int NOUN_WORDS = 4;
    private static final Map<String, Operator> COMPARING = new HashMap<>();
    private static final Map<String, Operator> OR_MORE = Map.ofEntries(
            Map.entry("more", Operator.AT_LEAST),
            Map.entry("higher", Operator.AT_LEAST),
            Map.entry("greater", Operator.AT_LEAST),
            Map.entry("above", Operator.AT_LEAST),
            Map.entry("longer", Operator.AT_LEAST),
            Map.entry("less", Operator.AT_MOST),
            Map.entry("fewer", Operator.AT_MOST),
            Map.entry("lower", Operator.AT_MOST),
            Map.entry("below", Operator.AT_MOST));
    private static final Set<String> VERBS = Set.of(
            "is", "are", "was", "were", "be", "has", "have", "had", "goes", "stays", "gets", "becomes", "remains",
            "lies", "reaches");
    private static final Set<String> SINKING = Set.of("drops", "falls", "dips", "sinks", "slips");
    private static final Set<String> RISING = Set.of("rises", "climbs", "grows", "jumps", "increases");
    private static final Set<String> HELPING = Set.of("does", "do", "did");
    private static final Set<String> NOT =
            Set.of("not", "isn't", "aren't", "wasn't", "weren't", "doesn't", "don't", "didn't", "hasn't", "haven't");
    private static final Set<String> LINKS = Set.of("of", "by", "for");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "there");

    static {
        put(Operator.ABOVE, "above", "over", "beyond", "exceeds", "exceed", "exceeding", "exceeded", "surpasses");
        than(Operator.ABOVE, Operator.AT_LEAST, "greater", "more", "higher", "larger", "bigger", "longer", "older");
        put(Operator.BELOW, "below", "under", "beneath");
        than(Operator.BELOW, Operator.AT_MOST, "less", "lower", "fewer", "smaller", "shorter");
        put(Operator.AT_LEAST, "at least", "reaches", "no less than", "no fewer than", "no lower than");
        put(Operator.AT_MOST, "at most", "no more than", "no greater than", "no higher than", "no longer than");
        put(Operator.EQUAL, "equals", "equal to");
    }

    private static void put(Operator operator, String... phrases) {
        for (String phrase : phrases) {
            COMPARING.put(phrase, operator);
        }
    }

    private static void than(Operator operator, Operator orEqual, String... words) {
        for (String word : words) {
            COMPARING.put(word + " than", operator);
            COMPARING.put(word + " than or equal to", orEqual);
            COMPARING.put(word + " or equal to", orEqual);
        }
    }

    /** The comparison; empty where no words compare with a number. */
    static Optional<Spoken> of(String phrase) {
        if (phrase.length() > LONGEST) {
            return Optional.empty();
        }
        List<Word> words = Word.of(phrase);
        for (int index = 0; index < words.size() - 1; index++) {
            String word = words.get(index).text();
            Optional<Spoken> found = word.equals("between") || word.equals("outside")
                    ? range(phrase, words, index)
                    : word.equals("or") ? orMore(phrase, words, index) : bound(phrase, words, index);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether the words compare at all, with a number or with something else. */
    static boolean compares(List<Word> words) {
        for (int index = 0; index < words.size(); index++) {
            if (comparing(words, index) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether words behind a number, such as "or more", say what a sign says. */
    static boolean isOrMore(String tail) {
        List<Word> words = Word.of(tail);
        return words.size() == 2
                && words.get(0).text().equals("or")
                && OR_MORE.containsKey(words.get(1).text());
    }

    private static Optional<Spoken> bound(String phrase, List<Word> words, int at) {
        int end = at + comparing(words, at);
        if (end == at || end >= words.size()) {
            return Optional.empty();
        }
        int from = words.get(end).from();
        String value = phrase.substring(from).stripTrailing();
        if (NumberReader.read(value) instanceof NumberReader.Reading.None) {
            return Optional.empty();
        }
        Operator said = COMPARING.getOrDefault(joined(words, at, end), Operator.EQUAL);
        Subject subject = Subject.before(phrase, words, at, said);
        Operator operator = subject.negated() ? Signs.negate(said) : said;
        return subject.name().isEmpty()
                ? Optional.of(counted(phrase, words, end, operator))
                : Optional.of(new Spoken(
                        subject.name(), List.of(new Bound(operator, value, from, from + value.length())), false));
    }

    /** "3 or more failures", "confidence is 0.6 or less": the number stands before the words that compare. */
    private static Optional<Spoken> orMore(String phrase, List<Word> words, int or) {
        Optional<Operator> said =
                Optional.ofNullable(OR_MORE.get(words.get(or + 1).text()));
        int first = or - 1;
        while (first > 0 && or - first < UNIT_WORDS && !words.get(first).isNumber()) {
            first--;
        }
        if (said.isEmpty() || first < 0 || !words.get(first).isNumber()) {
            return Optional.empty();
        }
        int from = words.get(first).from();
        int to = words.get(or - 1).to();
        String value = phrase.substring(from, to);
        Subject subject = Subject.before(phrase, words, first, said.get());
        List<Word> noun = words.subList(or + 2, words.size());
        String name =
                noun.isEmpty() ? subject.name() : phrase.substring(noun.get(0).from());
        boolean plain = NumberReader.read(value) instanceof NumberReader.Reading.Read read
                && read.counted().isEmpty()
                && subject.name().isEmpty() != noun.isEmpty()
                && isNoun(noun)
                && Word.of(name).stream()
                        .noneMatch(it -> it.isNumber() || it.text().equals("to"));
        Operator operator = subject.negated() ? Signs.negate(said.get()) : said.get();
        return plain
                ? Optional.of(new Spoken(name.strip(), List.of(new Bound(operator, value, from, to)), false))
                : Optional.empty();
    }

    /** Whether the words name what is counted, and say nothing of it beside; there may be none. */
    private static boolean isNoun(List<Word> noun) {
        boolean limited = !noun.isEmpty()
                && (Vocabulary.BEFORE_NUMBERS.contains(noun.get(0).text())
                        || Durations.isUnit(noun.get(0).text()));
        return !limited
                && noun.size() <= NOUN_WORDS
                && !compares(noun)
                && noun.stream().noneMatch(it -> Vocabulary.tells(it.text()));
    }

    /** "at least 3 failures": what is counted stands behind the number. */
    private static Spoken counted(String phrase, List<Word> words, int first, Operator operator) {
        int from = words.get(first).from();
        for (int size = Math.min(UNIT_WORDS, words.size() - first - 1); size > 0; size--) {
            int to = words.get(first + size - 1).to();
            List<Word> noun = words.subList(first + size, words.size());
            boolean number = NumberReader.read(phrase.substring(from, to)) instanceof NumberReader.Reading.Read read
                    && read.counted().isEmpty();
            boolean named = !Vocabulary.BEFORE_NUMBERS.contains(noun.get(0).text())
                    && !noun.get(0).isNumber()
                    && !Durations.isUnit(noun.get(0).text());
            if (number
                    && named
                    && noun.size() <= NOUN_WORDS
                    && noun.stream().noneMatch(it -> Vocabulary.tells(it.text()))) {
                String name = phrase.substring(noun.get(0).from()).stripTrailing();
                return new Spoken(name, List.of(new Bound(operator, phrase.substring(from, to), from, to)), false);
            }
        }
        String value = phrase.substring(from).stripTrailing();
        return new Spoken("", List.of(new Bound(operator, value, from, from + value.length())), false);
    }

    private static Optional<Spoken> range(String phrase, List<Word> words, int at) {
        int and = at + 1;
        while (and < words.size()
                && !words.get(and).text().equals("and")
                && !words.get(and).text().equals("to")) {
            and++;
        }
        if (and == at + 1 || and >= words.size() - 1) {
            return Optional.empty();
        }
        int from = words.get(at + 1).from();
        int to = words.get(and - 1).to();
        int start = words.get(and + 1).from();
        String low = phrase.substring(from, to);
        String high = phrase.substring(start).stripTrailing();
        if (NumberReader.read(low) instanceof NumberReader.Reading.None
                || NumberReader.read(high) instanceof NumberReader.Reading.None) {
            return Optional.empty();
        }
        Subject subject = Subject.before(phrase, words, at, Operator.EQUAL);
        boolean outside = words.get(at).text().equals("outside") != subject.negated();
        Operator lower = outside ? Operator.BELOW : Operator.AT_LEAST;
        Operator upper = outside ? Operator.ABOVE : Operator.AT_MOST;
        return Optional.of(new Spoken(
                subject.name(),
                List.of(
                        new Bound(lower, NumberReader.withUnitOf(low, high), from, to),
                        new Bound(upper, high, start, start + high.length())),
                outside));
    }

    /** How many words compare here, the longest phrase first. */
    private static int comparing(List<Word> words, int at) {
        for (int size = Math.min(MOST_WORDS, words.size() - at); size > 0; size--) {
            if (COMPARING.containsKey(joined(words, at, at + size))) {
                return size;
            }
        }
        return 0;
    }

    private static String joined(List<Word> words, int from, int to) {
        StringBuilder phrase = new StringBuilder(words.get(from).text());
        for (int index = from + 1; index < to; index++) {
            phrase.append(' ').append(words.get(index).text());
        }
        return phrase.toString();
    }

    /** Who is compared: the words before, without the verb and its "not". */
    private record Subject(String name, boolean negated) {
        static Subject before(String phrase, List<Word> words, int end, Operator said) {
            int to = end;
            boolean negated = false;
            if (to > 1 && LINKS.contains(words.get(to - 1).text())) {
                to--;
            }
            while (to > 0) {
                String word = words.get(to - 1).text();
                boolean not = NOT.contains(word);
                if (!not && !isVerb(word, said) && !(negated && HELPING.contains(word))) {
                    break;
                }
                negated ^= not;
                to--;
            }
            int from = 0;
            while (from < to && isFiller(words.get(from).text(), from < to - 1, to < end)) {
                from++;
            }
            return new Subject(
                    from == to
                            ? ""
                            : phrase.substring(
                                    words.get(from).from(), words.get(to - 1).to()),
                    negated);
        }

        /** An article before a word, and "there" before a verb; `a` alone is a name. */
        private static boolean isFiller(String word, boolean before, boolean verb) {
            return before ? ARTICLES.contains(word) : verb && word.equals("there");
        }

        /** "packet drops above 5" counts drops, "confidence drops below 0.5" falls. */
        private static boolean isVerb(String word, Operator said) {
            return VERBS.contains(word)
                    || (said == Operator.BELOW && SINKING.contains(word))
                    || (said == Operator.ABOVE && RISING.contains(word));
        }
    }
}
