package io.qpf.schema.load;

import io.qpf.diagnostics.Fix;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.Datum;
import io.qpf.schema.Endpoint;
import io.qpf.schema.Endpoint.Auth;
import io.qpf.schema.Entry;
import io.qpf.source.Located;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the routes of an agent: mappings, bare paths, or {@code POST /path}. */
final class EndpointReader {
    private static final String KEY = "endpoints";
    private static final String AUTH = "auth_required";
    private static final Pattern GUARDING =
            Pattern.compile("auth(?!or)|token|scope|role|secur|permission|guard", Pattern.CASE_INSENSITIVE);
    static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> READ_ONLY = Set.of("status", "health", "ready", "metrics");
    private static final Set<String> UNCLEAR_AUTH = Set.of("yes", "no", "on", "off", "none", "true", "false");
    private static final Pattern LINE =
            Pattern.compile("(?:([A-Za-z]+)\\s+)?(/\\S*)(?:\\s+\\((.*)\\))?", Pattern.DOTALL);
    private static final Pattern LAST_SEGMENT = Pattern.compile(".*/([^/{}]+)(?:/\\{[^/]*\\})*/?", Pattern.DOTALL);

    private final Fields section;

    EndpointReader(Fields section) {
        this.section = section;
    }

    List<Endpoint> read() {
        List<Endpoint> endpoints = new ArrayList<>();
        if (section.isMapping(KEY)) {
            Fields byName = section.child(KEY);
            for (Entry entry : byName.entries()) {
                Parts.add(named(byName, entry), endpoints);
            }
            return endpoints;
        }
        for (Datum item : section.items(KEY)) {
            if (item instanceof Datum.Mapping mapping) {
                Parts.add(fromMapping(section.item(KEY, mapping), mapping, Optional.empty()), endpoints);
            } else {
                Parts.add(text(item, Optional.empty()), endpoints);
            }
        }
        return endpoints;
    }

    /** {@code endpoints: {name: path}} or {@code {name: {path, ...}}}. */
    private Optional<Endpoint> named(Fields byName, Entry entry) {
        byName.has(entry.key().value());
        if (entry.value() instanceof Datum.Mapping mapping) {
            return fromMapping(byName.nested(entry.key(), mapping), mapping, Optional.of(entry.key()));
        }
        return text(entry.value(), Optional.of(entry.key()));
    }

    private Optional<Endpoint> text(Datum item, Optional<Text> given) {
        Optional<Text> text = section.values().text(item, section.pathOf(KEY));
        return text.isPresent() ? fromText(text.get(), given) : Optional.empty();
    }

    private Optional<Endpoint> fromText(Text text, Optional<Text> given) {
        Matcher parts = LINE.matcher(text.value().strip());
        if (!parts.matches()) {
            return badPath(text);
        }
        Text trimmed = new Text(text.value().strip(), text.span());
        Text path = part(trimmed, parts, 2);
        Optional<Text> method = parts.group(1) == null ? Optional.empty() : Optional.of(part(trimmed, parts, 1));
        Optional<Text> remark = parts.group(3) == null ? Optional.empty() : Optional.of(part(trimmed, parts, 3));
        Optional<Text> name = nameOf(path, given);
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Endpoint(
                        text.span(),
                        name.get(),
                        path,
                        method(method, path),
                        Optional.empty(),
                        new Auth.Open(),
                        remark));
    }

    private Optional<Endpoint> fromMapping(Fields fields, Datum.Mapping mapping, Optional<Text> key) {
        Optional<Text> own = fields.text("name");
        Optional<Text> given = own.isPresent() ? own : key;
        Optional<Text> method = fields.text("method");
        Optional<Located<Integer>> timeout = fields.whole("timeout_ms", 1);
        Auth auth = auth(fields);
        Optional<Text> description = fields.text("description").or(() -> fields.text("purpose"));
        fields.has("purpose");
        Optional<Text> path = fields.required("path", "Add `path: /agent/v6/operation`.");
        if (path.isEmpty() || !path.get().value().startsWith("/")) {
            return path.flatMap(this::badPath);
        }
        Optional<Text> name = nameOf(path.get(), given);
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Endpoint(
                        mapping.span(),
                        name.get(),
                        path.get(),
                        method(method, path.get()),
                        timeout,
                        auth,
                        description));
    }

    private Optional<Endpoint> badPath(Text text) {
        section.findings()
                .add(
                        LoadRule.BAD_PATH,
                        text.span(),
                        "`" + Words.excerpt(text.value()) + "` is no route",
                        "Write a path that begins with /, with or without a method before it, such as `POST"
                                + " /agent/v6/score`.");
        return Optional.empty();
    }

    private Optional<Text> nameOf(Text path, Optional<Text> given) {
        Optional<String> problem = RoutePath.problem(path.value());
        if (problem.isPresent()) {
            section.findings()
                    .add(
                            LoadRule.BAD_PATH,
                            path.span(),
                            "`" + Words.excerpt(path.value()) + "` " + problem.get(),
                            "Write a path such as `/agent/v6/orders/{order_id}`, each parameter once.");
            return Optional.empty();
        }
        Optional<Text> name = given.isPresent() ? given : lastSegment(path);
        if (name.isEmpty()) {
            section.findings()
                    .add(
                            LoadRule.BAD_PATH,
                            path.span(),
                            "`" + Words.excerpt(path.value()) + "` names no operation",
                            "Write the endpoint as `{name: operation, path: " + path.value() + "}`.");
        }
        return name;
    }

    private static Optional<Text> lastSegment(Text path) {
        Matcher last = LAST_SEGMENT.matcher(path.value());
        return last.matches() ? Optional.of(part(path, last, 1)) : Optional.empty();
    }

    private String method(Optional<Text> given, Text path) {
        String last = lastSegment(path).map(Text::value).orElse("");
        String usual = READ_ONLY.contains(last) ? "GET" : "POST";
        Optional<String> method = given.map(it -> it.value().strip().toUpperCase(Locale.ROOT));
        if (method.isPresent() && !METHODS.contains(method.get())) {
            section.values().reportNotIn(given.get(), section.pathOf(KEY) + ".method", METHODS);
            return usual;
        }
        return method.orElse(usual);
    }

    private static Auth auth(Fields fields) {
        Optional<Datum> given = fields.datum(AUTH);
        if (!fields.has(AUTH)) {
            fields.entries().stream()
                    .map(Entry::key)
                    .filter(EndpointReader::looksLikeAuth)
                    .forEach(it -> reportUnguarded(fields, it));
        }
        if (given.isPresent() && given.get() instanceof Datum.Scalar scalar) {
            if (scalar.kind() == Datum.Kind.BOOLEAN) {
                return CoreSchema.truth(scalar.text().value()) ? new Auth.AnyToken() : new Auth.Open();
            }
            if (!UNCLEAR_AUTH.contains(scalar.text().value().toLowerCase(Locale.ROOT))) {
                return new Auth.Scope(scalar.text());
            }
        }
        given.ifPresent(it -> fields.values()
                .reportType(
                        it,
                        fields.pathOf(AUTH),
                        "true, false or a scope",
                        "Write true, false, or the name of a scope.",
                        Respelling.truth(it)));
        return new Auth.Open();
    }

    private static boolean looksLikeAuth(Text key) {
        return GUARDING.matcher(key.value()).find()
                || Suggest.nearest(key.value(), Stream.of(AUTH)).isPresent();
    }

    /** Who writes such a key believes the route guarded. A warning would leave it open to everybody. */
    private static void reportUnguarded(Fields fields, Text key) {
        fields.keep(key.value());
        fields.findings()
                .add(LoadRule.UNGUARDED
                        .at(
                                key.span(),
                                "`" + fields.pathOf(key.value())
                                        + "` is unknown, so this endpoint asks nobody for a token",
                                "Write `" + AUTH + ": true`, or the scope that a token must have.")
                        .fixedBy(Suggest.sure(key.value(), Stream.of(AUTH)).flatMap(it -> Fix.spelling(key, it))));
    }

    private static Text part(Text text, Matcher parts, int group) {
        return new Text(parts.group(group), text.part(parts.start(group), parts.end(group)));
    }
}
