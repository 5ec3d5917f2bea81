package io.qpf.plan;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Files that would meet in one place: the same path, paths that differ in case only, a module beside a package. */
final class PathFindings {
    /** In bytes. */
    private static final int LONGEST = 255;

    private static final int SHOWN = 40;

    private final Set<String> measured = new HashSet<>();
    private final Map<String, AgentPlan> agents = new LinkedHashMap<>();
    private final Map<String, PlannedFile> taken = new TreeMap<>();
    private final Map<String, List<Meeting>> meetings = new LinkedHashMap<>();
    private final List<Diagnostic> found = new ArrayList<>();

    /** Two files that want one place. */
    private record Meeting(AgentPlan blamed, String message, String origins) {}

    private PathFindings(List<AgentPlan> agents) {
        agents.forEach(it -> this.agents.put(it.agent().name(), it));
    }

    static Diagnostics of(List<PlannedFile> files, List<AgentPlan> agents) {
        PathFindings findings = new PathFindings(agents);
        files.forEach(findings::measure);
        files.forEach(findings::claim);
        files.forEach(findings::shadow);
        findings.meetings.values().forEach(findings::report);
        return new Diagnostics(findings.found);
    }

    /** Names of agents and operations make names of files, and letters of some scripts take many characters there. */
    private void measure(PlannedFile file) {
        for (String segment : file.path().split("/", -1)) {
            if (segment.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
                file.agent()
                        .flatMap(name -> Optional.ofNullable(agents.get(name)))
                        .ifPresent(plan -> tooLong(plan, segment));
                return;
            }
        }
    }

    private void tooLong(AgentPlan plan, String segment) {
        if (measured.add(plan.agent().name())) {
            found.add(PlanRule.NAME_TOO_LONG.at(
                    plan.agent().schema().identity().name().span(),
                    "the file name " + segment.substring(0, SHOWN) + "… would have " + segment.length()
                            + " characters, and file systems take " + LONGEST,
                    "give the agent a shorter name, or one in Latin letters"));
        }
    }

    private void claim(PlannedFile file) {
        PlannedFile other = taken.putIfAbsent(key(file.path()), file);
        if (other != null && !standsForIt(file, other)) {
            report(file, other, file.path() + " is wanted twice");
        }
    }

    private void shadow(PlannedFile file) {
        if (file.path().endsWith("/__init__.py")) {
            String module = file.path().substring(0, file.path().length() - "/__init__.py".length()) + ".py";
            PlannedFile other = taken.get(key(module));
            if (other != null) {
                report(file, other, "the package of " + file.path() + " hides the module " + other.path());
            }
        }
    }

    private static boolean standsForIt(PlannedFile one, PlannedFile other) {
        boolean init = one.path().equals(other.path()) && one.path().endsWith("/__init__.py");
        return init && (one.kind() == PlannedFile.Kind.MODULE) != (other.kind() == PlannedFile.Kind.MODULE);
    }

    private void report(PlannedFile one, PlannedFile other, String message) {
        PlannedFile blamed = one.agent().isPresent() ? one : other;
        String origins = origin(one) + " and " + origin(other);
        blamed.agent()
                .flatMap(name -> Optional.ofNullable(agents.get(name)))
                .ifPresent(
                        plan -> meetings.computeIfAbsent(plan.agent().name() + ": " + origins, it -> new ArrayList<>())
                                .add(new Meeting(plan, message, origins)));
    }

    /** One cause, one error: two that meet in many files have one folder, as a rule. */
    private void report(List<Meeting> meeting) {
        Meeting first = meeting.get(0);
        int more = meeting.size() - 1;
        String others = more == 0 ? "" : more == 1 ? ", and one more file" : ", and " + more + " more files";
        found.add(PlanRule.PATHS_MEET.at(
                first.blamed.agent().schema().identity().rootPath().span(),
                first.message + " (" + first.origins + ")" + others,
                more == 0
                        ? "rename the file in generatefiles or generatedocs, or give the agent another rootpath"
                        : "give the agent a rootpath of its own"));
    }

    private static String origin(PlannedFile file) {
        return file.agent().orElseGet(() -> file.kind().name().toLowerCase(Locale.ROOT));
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
