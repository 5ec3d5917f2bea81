package io.qpf.plan;

import io.qpf.collection.Collection;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Suggest;
import io.qpf.plan.pack.Pack;
import io.qpf.python.PyIdentifier;
import io.qpf.schema.Bindings;
import io.qpf.schema.Contract;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What only shows once modules, bindings and domain code are laid side by side. */
final class PlanFindings {
    private final List<AgentPlan> agents;
    private final Set<String> reservedClasses;
    private final DomainCode code;
    private final List<Diagnostic> found = new ArrayList<>();
    private final StepFindings steps;
    private final Set<String> broken = new HashSet<>();

    PlanFindings(Collection collection, List<AgentPlan> agents, Pack pack, DomainCode code) {
        this.steps = new StepFindings(collection, found);
        this.agents = agents;
        this.reservedClasses = pack.reserved().classes();
        this.code = code;
    }

    Diagnostics diagnostics() {
        for (AgentPlan plan : agents) {
            Bindings bindings = plan.agent().schema().bindings();
            bindings.operations().forEach(this::checkBinding);
            bindings.strategies().forEach(this::checkBinding);
            bindings.strategies().forEach(it -> checkStrategy(plan, it));
            plan.agent().schema().contracts().forEach(this::checkType);
            steps.check(plan);
            reportAdded(plan, plan.modules().stream().filter(ModulePlan::added).toList());
            plan.agent().schema().files().generateFiles().forEach(it -> checkFile(plan, it.path()));
        }
        return new Diagnostics(found);
    }

    private void checkBinding(Bindings.Binding binding) {
        if (!code.holds(binding.module())) {
            found.add(PlanRule.BOUND_ELSEWHERE.at(
                    binding.target().span(),
                    binding.module()
                            + " is not in the folder of domain code, so it must be installed where the agent runs",
                    "put it below src/main/python, or set qpf.domainDirectory"));
        } else if (code.fileOf(binding.module()).isEmpty()) {
            found.add(PlanRule.NO_BOUND_MODULE.at(
                    binding.target().span(),
                    "the domain code has no module " + binding.module(),
                    "add the file, or name a module that exists"));
        } else if (isBroken(binding)) {
            return;
        } else if (isMissing(binding)) {
            found.add(PlanRule.NO_BOUND_NAME.at(
                    binding.target().span(), binding.module() + " defines no " + binding.callable(), nearest(binding)));
        }
    }

    private boolean isMissing(Bindings.Binding binding) {
        List<String> names = code.names(binding.module());
        return !names.contains(binding.callable()) && !names.contains(ModuleNames.ANY);
    }

    /** Told once a file, at the first binding: what it defines is not known then. */
    private boolean isBroken(Bindings.Binding binding) {
        String file = code.fileOf(binding.module()).orElseThrow();
        Optional<PythonText.Fault> fault = PythonText.fault(code.files().getOrDefault(file, ""));
        if (fault.isPresent() && broken.add(file)) {
            found.add(PlanRule.BROKEN_PYTHON.at(
                    binding.target().span(),
                    file + " is no Python: in line " + fault.get().line() + " "
                            + fault.get().message(),
                    "mend line " + fault.get().line() + " of " + file + "; `python -m py_compile " + file
                            + "` tells whether more is wrong"));
        }
        return fault.isPresent();
    }

    private String nearest(Bindings.Binding binding) {
        List<String> names = code.names(binding.module());
        return Suggest.nearest(binding.callable(), names.stream())
                .map(it -> "did you mean " + it + "?")
                .orElse("it defines " + (names.isEmpty() ? "nothing" : String.join(", ", names))
                        + "; if you see it there, it is indented or the file is broken, which `python -m py_compile "
                        + code.fileOf(binding.module()).orElseThrow() + "` tells");
    }

    private void checkStrategy(AgentPlan plan, Bindings.Binding binding) {
        List<String> modes = plan.agent().schema().reasoning().strategyModes().stream()
                .map(Text::value)
                .toList();
        String name = binding.name().value();
        if (!modes.contains(name)) {
            String list = "list it: `strategymodes: ["
                    + String.join(
                            ", ", Stream.concat(modes.stream(), Stream.of(name)).toList()) + "]`";
            String advice = modes.isEmpty()
                    ? "the schema lists none under reasoningengine; " + list
                    : "bind one of " + String.join(", ", modes) + ", or " + list + " under reasoningengine";
            found.add(PlanRule.NO_SUCH_STRATEGY.at(
                    binding.name().span(),
                    "no strategy mode is called " + name,
                    Suggest.nearest(name, modes.stream())
                            .map(it -> "did you mean `" + it + "`? Write `" + it + ": " + binding.target()
                                    + "`. Otherwise " + advice)
                            .orElse(advice)));
        }
    }

    /** One for all: they stand in no place of their own, and are no business of their own. */
    private void reportAdded(AgentPlan plan, List<ModulePlan> modules) {
        if (modules.isEmpty()) {
            return;
        }
        String names = modules.stream()
                .map(it -> it.path() + " (" + it.archetype().label() + ", since "
                        + it.addedFor().orElse("a section needs it") + ")")
                .collect(Collectors.joining(", "));
        found.add(PlanRule.MODULE_ADDED.at(
                plan.agent().schema().files().span(),
                names + (modules.size() == 1 ? " is" : " are") + " added",
                "list " + (modules.size() == 1 ? "it" : "them") + " under generatefiles to choose the "
                        + (modules.size() == 1 ? "name" : "names")));
    }

    /** The class would hide the one that generated modules import beside it. */
    private void checkType(Contract contract) {
        String name = PyIdentifier.pascal(contract.name().value()).text();
        if (contract instanceof Contract.Model && reservedClasses.contains(name)) {
            found.add(PlanRule.TYPE_NAME_TAKEN.at(
                    contract.name().span(),
                    "the type " + contract.name() + " would hide the class " + name + " that generated modules import",
                    "give it a name of its own, such as " + name + "Data"));
        }
    }

    private void checkFile(AgentPlan plan, Text path) {
        if (!path.value().endsWith(".py")) {
            found.add(PlanRule.NO_PYTHON.at(
                    path.span(),
                    path.value() + " is no Python module, so " + plan.agent().name() + " is extracted without it",
                    "list documents under generatedocs; other files are yours to write"));
        }
    }
}
