package io.qpf.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be wrong with a path, the first problem only. */
final class PathProblems {
    private static final int LONGEST_SEGMENT = 200;
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final String FORBIDDEN = "<>:\"|?*";
    private static final Set<String> DEVICES = Set.of(("con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9"
                    + " lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9")
            .split(" ", -1));

    private PathProblems() {}

    /** How the path leaves the output folder, if it does. */
    static Optional<String> outside(String path) {
        if (path.startsWith("/") || path.startsWith("\\")) {
            return Optional.of("is absolute");
        }
        if (DRIVE.matcher(path).matches()) {
            return Optional.of("starts with a drive letter");
        }
        if (path.startsWith("~")) {
            return Optional.of("starts in a home folder");
        }
        return path.contains("..") && List.of(SEPARATOR.split(path, -1)).contains("..")
                ? Optional.of("climbs out of its folder by `..`")
                : Optional.empty();
    }

    /** What some file system cannot take, if there is such a thing. */
    static Optional<String> unportable(String path, boolean folder) {
        if (path.isBlank()) {
            return Optional.of("is empty");
        }
        if (path.contains("\\")) {
            return Optional.of("has a backslash");
        }
        if (path.codePoints().anyMatch(PathProblems::isInvisible)) {
            return Optional.of("has a character that cannot be seen");
        }
        String bare = folder && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return List.of(bare.split("/", -1)).stream()
                .flatMap(it -> segment(it).stream())
                .findFirst();
    }

    private static boolean isInvisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    private static Optional<String> segment(String segment) {
        if (segment.isBlank()) {
            return Optional.of("has an empty part");
        }
        if (segment.equals(".")) {
            return Optional.of("has a part that is only a dot");
        }
        if (segment.endsWith(".") || segment.endsWith(" ") || segment.startsWith(" ")) {
            return Optional.of("has a part with a dot or blank at its edge");
        }
        if (segment.chars().anyMatch(it -> FORBIDDEN.indexOf(it) >= 0)) {
            return Optional.of("has one of the characters " + FORBIDDEN);
        }
        if (segment.length() > LONGEST_SEGMENT) {
            return Optional.of("has a part of more than " + LONGEST_SEGMENT + " characters");
        }
        String stem = segment.contains(".") ? segment.substring(0, segment.indexOf('.')) : segment;
        return DEVICES.contains(stem.toLowerCase(Locale.ROOT))
                ? Optional.of("has the part `" + stem + "`, which is a device on Windows")
                : Optional.empty();
    }
}
