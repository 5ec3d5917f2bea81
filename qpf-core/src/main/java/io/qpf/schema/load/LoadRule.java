package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.StageRule;
import io.qpf.source.Span;

/** Everything that loading can find, with the id that people look up. Ids are never used twice and never reused. */
public enum LoadRule implements StageRule {
    TOO_LARGE("QPF-SYN-001", Severity.ERROR, "A file holds 51,200 bytes at the most."),
    NOT_UTF8("QPF-SYN-002", Severity.ERROR, "A file is UTF-8."),
    CONTROL_CHARACTER("QPF-SYN-003", Severity.ERROR, "A control character stands raw in a file."),
    YAML("QPF-SYN-004", Severity.ERROR, "The file is not YAML."),
    COLON_IN_VALUE("QPF-SYN-005", Severity.ERROR, "A value without quotes holds a colon and a blank."),
    TAB("QPF-SYN-006", Severity.ERROR, "A tab indents a line."),
    INDENTATION("QPF-SYN-007", Severity.ERROR, "A line is indented unlike its neighbours."),
    OPEN_QUOTE("QPF-SYN-008", Severity.ERROR, "A quote is never closed."),
    OPEN_BRACKET("QPF-SYN-009", Severity.ERROR, "A bracket is never closed, or holds what it cannot."),
    BLANK_LEFT_IN("QPF-SYN-010", Severity.ERROR, "A placeholder in brackets was never filled in."),
    RESERVED_START("QPF-SYN-011", Severity.ERROR, "A value starts with a character that YAML keeps for itself."),
    NO_COLON("QPF-SYN-012", Severity.ERROR, "A key has no colon and blank behind it."),
    DUPLICATE_KEY("QPF-SYN-013", Severity.ERROR, "A key is given twice."),
    RECURSIVE_ALIAS("QPF-SYN-014", Severity.ERROR, "An alias stands inside its own anchor."),
    ALIAS_BOMB("QPF-SYN-015", Severity.ERROR, "Aliases blow the file up beyond all use."),
    CUSTOM_TAG("QPF-SYN-016", Severity.ERROR, "A tag is not one of YAML's core tags."),
    TOO_DEEP("QPF-SYN-017", Severity.ERROR, "Values are nested too deep."),
    KEY_NOT_TEXT("QPF-SYN-018", Severity.ERROR, "A key is not a text."),
    BAD_MERGE("QPF-SYN-019", Severity.ERROR, "A merge key (<<) takes a mapping."),
    UNKNOWN_ALIAS("QPF-SYN-020", Severity.ERROR, "An alias has no anchor before it."),
    EMPTY_FILE("QPF-SYN-021", Severity.ERROR, "The file says nothing."),
    TEXT_AFTER_QUOTE("QPF-SYN-022", Severity.ERROR, "Text stands behind a closing quote."),
    HALF_CHARACTER("QPF-SYN-024", Severity.ERROR, "An escape makes half of a character."),
    SPLIT_TEXT("QPF-SYN-026", Severity.WARNING, "A comma inside brackets splits a text."),
    IDLE_ANCHOR("QPF-SYN-025", Severity.WARNING, "An anchor stands before a text, and no alias repeats it."),
    NO_FRONT_MATTER("QPF-SYN-023", Severity.ERROR, "A Markdown file has no YAML front matter."),

    NO_SECTION("QPF-STR-001", Severity.ERROR, "A mandatory section is missing."),
    MISSPELT_REQUIRED("QPF-STR-002", Severity.ERROR, "A mandatory section or key goes by another name."),
    MISSPELT_KEY("QPF-STR-003", Severity.WARNING, "A key is unknown, but near to a known one."),
    UNKNOWN_KEY("QPF-STR-004", Severity.INFO, "A key is unknown and kept."),
    NO_KEY("QPF-STR-005", Severity.ERROR, "A required key is missing or empty."),
    NO_VERSION("QPF-STR-006", Severity.ERROR, "The schema gives no version."),
    OLD_VERSION("QPF-STR-007", Severity.ERROR, "The version is below 6.0.0."),
    VERSIONS_DIFFER("QPF-STR-008", Severity.ERROR, "Two places give different versions."),
    TWO_VALUES("QPF-STR-009", Severity.ERROR, "Two places give different values for one fact."),
    NO_MAP("QPF-STR-010", Severity.ERROR, "No folder holds an extractor map."),
    TWO_MAPS("QPF-STR-011", Severity.ERROR, "One folder holds two maps."),
    NO_SCHEMAS("QPF-STR-012", Severity.ERROR, "A collection has no schemas."),
    TWO_GLUES("QPF-STR-013", Severity.ERROR, "One folder holds two glue files."),
    NAMES_NOTHING("QPF-STR-014", Severity.WARNING, "A wiring names no method, packet or event."),
    EMPTY_ITEM("QPF-STR-015", Severity.WARNING, "An item of a list is empty."),
    SCHEMA_FILE_OUTSIDE("QPF-STR-016", Severity.ERROR, "A schema_file leads out of the collection's folder."),
    SAYS_NOTHING("QPF-STR-017", Severity.WARNING, "A mandatory section says nothing that QPF knows."),
    MISPLACED("QPF-STR-018", Severity.ERROR, "A mandatory section stands inside another one."),
    MISPLACED_KEY("QPF-STR-020", Severity.WARNING, "A key stands in the wrong place."),
    UNREAD_FILE("QPF-STR-029", Severity.WARNING, "A YAML file beside the map is not read."),
    UNGUARDED("QPF-STR-030", Severity.ERROR, "A key of an endpoint looks as if it asked for a token, and does not."),
    HIDDEN_DOCUMENT("QPF-STR-025", Severity.ERROR, "A document to generate has no name before its ending."),
    NO_MARKDOWN("QPF-STR-019", Severity.WARNING, "A document to generate is no Markdown file."),

    WRONG_TYPE("QPF-TYP-001", Severity.ERROR, "A value has the wrong type."),
    NOT_IN_LIST("QPF-TYP-002", Severity.ERROR, "A value is not one of a closed list."),
    UNREADABLE_RETENTION("QPF-TYP-003", Severity.WARNING, "A retention names no time."),
    TTLS_DIFFER("QPF-TYP-004", Severity.WARNING, "A TTL key and the purpose give different times."),
    UNREADABLE_NUMBER("QPF-TYP-005", Severity.WARNING, "A text should start with a number."),
    BAD_BINDING("QPF-TYP-006", Severity.ERROR, "A binding is not module:callable."),
    SINGLE_FOR_LIST("QPF-TYP-007", Severity.INFO, "One value stands where a list is meant."),
    PAIR_FOR_TEXT("QPF-TYP-008", Severity.INFO, "A line with a colon is read as text."),
    BAD_PATH("QPF-TYP-009", Severity.ERROR, "A route is not a path."),
    BAD_EDGE("QPF-TYP-010", Severity.ERROR, "An edge is not A -> B or A ->> B."),
    DERIVED_KEYSPACE("QPF-TYP-011", Severity.INFO, "A bare memory layer gets a keyspace."),
    OUT_OF_RANGE("QPF-TYP-012", Severity.ERROR, "A number is out of range."),
    UNKNOWN_WORD("QPF-TYP-013", Severity.WARNING, "A word of an open list is none that QPF knows."),

    NO_ANCHORS("QPF-GOV-101", Severity.ERROR, "The list of governance anchors is empty."),
    NO_OVERRIDE("QPF-GOV-102", Severity.INFO, "People cannot override the agent.");

    // A record of texts and a severity, which the checker cannot know.
    @SuppressWarnings("ImmutableEnumChecker")
    private final RuleInfo info;

    LoadRule(String id, Severity severity, String summary) {
        info = new RuleInfo(id, severity, summary);
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    /** A message is one line, whatever it quotes. */
    @Override
    public Diagnostic at(Span span, String message, String hint) {
        return info.at(span, Words.line(message), Words.line(hint));
    }
}
