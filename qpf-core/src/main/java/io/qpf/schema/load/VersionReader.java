package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a schema: at the top, under metadata, or in the versionhash. Those that are given must agree. */
final class VersionReader {
    private static final Pattern VERSION =
            Pattern.compile("v?(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");
    private static final Pattern IN_HASH =
            Pattern.compile("(?<![0-9A-Za-z])v(\\d{1,9}\\.\\d{1,9}(?:\\.\\d{1,9})?)(?![0-9])");
    private static final int LEAST_MAJOR = 6;

    private final Fields root;
    private final Fields nested;

    VersionReader(Fields root, Fields nested) {
        this.root = root;
        this.nested = nested;
    }

    Optional<Text> read() {
        List<Text> given = new ArrayList<>();
        Parts.add(root.text("version"), given);
        Parts.add(nested.text("version"), given);
        if (root.isMapping("metadata")) {
            Fields metadata = Fields.root(
                    (io.qpf.schema.Datum.Mapping) root.datum("metadata").orElseThrow(), new Findings());
            Parts.add(metadata.text("version"), given);
            Optional<Text> hash = metadata.text("versionhash");
            if (hash.isPresent()) {
                Parts.add(inHash(hash.get()), given);
            }
        }
        if (given.isEmpty()) {
            root.findings()
                    .add(
                            LoadRule.NO_VERSION,
                            root.span().file().start(),
                            "The schema gives no version",
                            "Add `version: 6.0.0`.");
        }
        for (Text version : given) {
            check(version);
        }
        compare(given);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(0));
    }

    private void check(Text version) {
        Matcher parts = VERSION.matcher(version.value().strip());
        if (!parts.matches()) {
            root.findings()
                    .add(
                            LoadRule.WRONG_TYPE,
                            version.span(),
                            "`" + Words.excerpt(version.value()) + "` is no version",
                            "Write three numbers, such as 6.0.0.");
        } else if (isOld(parts)) {
            root.findings()
                    .add(
                            LoadRule.OLD_VERSION,
                            version.span(),
                            "The version is " + version.value().strip() + ", and QPF extracts 6.0.0 and above",
                            "Bring the schema to the twelve sections of v6, then write `version: 6.0.0`.");
        }
    }

    private static boolean isOld(Matcher parts) {
        boolean before = parts.group(4) != null && number(parts, 2) == 0 && number(parts, 3) == 0;
        int major = number(parts, 1);
        return major < LEAST_MAJOR || (major == LEAST_MAJOR && before);
    }

    private void compare(List<Text> given) {
        for (int index = 1; index < given.size(); index++) {
            Text first = given.get(0);
            Text other = given.get(index);
            if (!normal(first.value()).equals(normal(other.value()))) {
                root.findings()
                        .add(LoadRule.VERSIONS_DIFFER
                                .at(
                                        other.span(),
                                        "The version is " + other + " here and " + first + " on line "
                                                + first.span().start().line(),
                                        "Give the same version in both places, or delete one.")
                                .with(new Diagnostic.Related(first.span(), "the other version")));
            }
        }
    }

    /** 6, 6.0 and 6.0.0 are one version. */
    private static String normal(String version) {
        Matcher parts = VERSION.matcher(version.strip());
        if (!parts.matches()) {
            return version;
        }
        String suffix = Optional.ofNullable(parts.group(4)).orElse("");
        return number(parts, 1) + "." + number(parts, 2) + "." + number(parts, 3) + suffix;
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }

    private static Optional<Text> inHash(Text hash) {
        Matcher found = IN_HASH.matcher(hash.value());
        return found.find()
                ? Optional.of(new Text(found.group(1), hash.part(found.start(1), found.end(1))))
                : Optional.empty();
    }
}
