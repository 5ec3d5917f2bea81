package io.qpf.policy;

import java.util.Set;

/** Words that do something else in a policy than naming things. */
final class Vocabulary {
    static final Set<String> ARTICLES = words("the a an");

    /** They restrict or turn round what stands beside them. */
    static final Set<String> LIMITING =
            words("if when whenever while until unless except excluding but provided assuming otherwise else then");

    /** A piece that begins so says under which condition the one before holds. */
    static final Set<String> RESTRICTING =
            words("and only while until where unless except excluding but if when whenever" + " provided assuming nor");

    /** A piece that begins so is told beside the conditions. */
    static final Set<String> ASIDE =
            words("e.g. i.e. etc etc. especially including such otherwise else then because since so in"
                    + " at for within during with without after before on to from");

    /** What follows such a piece, comma by comma, are more examples of the same. */
    static final Set<String> EXAMPLES = words("e.g. eg e.g i.e. especially including such");

    static final Set<String> JOINING = words("and or either both plus &");

    /** Behind them a number is a limit or a count. */
    static final Set<String> BEFORE_NUMBERS = words("for in after every within than last past over under to by of per");

    /** They count, or ask for an action: no name begins so. */
    static final Set<String> COUNTING = words(
            "zero one two three four five six seven eight nine ten several escalate notify" + " inform send ask warn");

    /** They compare where a number follows, in ids as well. */
    static final Set<String> COMPARING =
            words("above below over under exceeds than least most equals between gt lt gte lte ge le eq");

    private static final Set<String> NEGATING = words("not no never neither nor none nobody nothing cannot");
    private static final Set<String> TELLING =
            words("the a an is are was were has have does do did will would should can any"
                    + " all some every each over during within that which who its their this these for with than as there"
                    + " it we between outside only while because without -");

    private Vocabulary() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" ", -1));
    }

    static boolean negates(String word) {
        return NEGATING.contains(word) || word.endsWith("n't");
    }

    /** Whether a word has no business in a name. */
    static boolean tells(String word) {
        return TELLING.contains(word) || JOINING.contains(word) || LIMITING.contains(word) || negates(word);
    }
}
