package io.qpf.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a Python module may have once it is imported. In doubt a name counts: whoever is told that it is not there must
 * be able to rely on that.
 */
final class ModuleNames {
    /** What stands for any name: a star import, or a module that makes its names while it runs. */
    static final String ANY = "*";

    private static final Pattern DEFINITION = Pattern.compile("^(?:async\\s+def|def|class)\\s+(\\w+)");
    private static final Pattern ASSIGNED =
            Pattern.compile("^([\\w\\s,()\\[\\]*]+?)(?::[^=]+)?=(?!=)|^(\\w+)\\s*:\\s*\\S.*=(?!=)");
    private static final Pattern IMPORT = Pattern.compile("^(?:from\\s+\\S+\\s+)?import\\b\\s*(.*)$", Pattern.DOTALL);
    private static final Pattern BRANCH =
            Pattern.compile("^(?:if|elif|else|try|except|finally|with|for|while|match|case)\\b.*", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final List<String> lines;
    private final Set<String> names = new LinkedHashSet<>();
    private boolean inBranch;

    private ModuleNames(List<String> lines) {
        this.lines = lines;
    }

    static List<String> of(String text) {
        ModuleNames found = new ModuleNames(text.lines().toList());
        if (text.contains("globals()") || text.contains("__getattr__") || text.contains("sys.modules")) {
            found.names.add(ANY);
        }
        found.read();
        return List.copyOf(found.names);
    }

    private void read() {
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            boolean indented = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
            String said = line.strip();
            if (said.isEmpty() || said.startsWith("#")) {
                continue;
            }
            if (!indented) {
                inBranch = BRANCH.matcher(said).matches();
            }
            if (!indented || inBranch) {
                statement(IMPORT.matcher(said).matches() ? whole(at) : said);
            }
        }
    }

    /** An import with the lines that it goes on over. */
    private String whole(int at) {
        StringBuilder whole = new StringBuilder();
        for (int next = at; next < lines.size(); next++) {
            String line = lines.get(next).replaceFirst("#.*$", "").strip();
            boolean on = line.endsWith("\\");
            whole.append(on ? line.substring(0, line.length() - 1) : line).append(' ');
            boolean bare = whole.indexOf("(") < 0;
            if ((bare && !on) || whole.indexOf(")") >= 0) {
                break;
            }
        }
        return whole.toString();
    }

    private void statement(String said) {
        for (String part : said.split(";", -1)) {
            String text = part.strip();
            Matcher definition = DEFINITION.matcher(text);
            Matcher imported = IMPORT.matcher(text);
            if (definition.find()) {
                names.add(definition.group(1));
            } else if (imported.matches()) {
                imports(imported.group(1));
            } else {
                assigned(text);
            }
        }
    }

    private void imports(String list) {
        for (String item : list.replaceAll("[()]", " ").split(",", -1)) {
            String[] words = item.strip().split("\\s+", -1);
            String name = words[words.length - 1];
            names.add(words.length == 1 ? name.replaceFirst("\\..*$", "") : name);
        }
        names.remove("");
    }

    private void assigned(String text) {
        String rest = text;
        Matcher target = ASSIGNED.matcher(rest);
        while (target.find()) {
            Matcher words = WORD.matcher(target.group(1) == null ? target.group(2) : target.group(1));
            while (words.find()) {
                names.add(words.group());
            }
            rest = rest.substring(target.end());
            target = ASSIGNED.matcher(rest);
        }
    }
}
