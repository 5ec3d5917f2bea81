package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.schema.AgentSchema;
import io.qpf.schema.Communication.Channel;
import io.qpf.schema.Contract;
import io.qpf.schema.Entry;
import io.qpf.schema.FileDirectives.GeneratedFile;
import io.qpf.schema.Governance.Threshold;
import io.qpf.schema.Learning;
import io.qpf.schema.PacketRouting.Inbound;
import io.qpf.source.Located;
import io.qpf.source.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms that people write come out as one normal form. */
class SchemaLoaderTest {
    @Test
    void readsAFlatIdentity() {
        AgentSchema schema = Schemas.valid(
                "system",
                "system: Berth Planner\nmodule: planner\nname: BerthPlanner\nrole: >\n  Plans\n  berths.\nrootpath: Port/x\n");

        assertThat(schema.identity().title()).hasToString("Berth Planner");
        assertThat(schema.name()).isEqualTo("BerthPlanner");
        assertThat(schema.identity().module()).map(Text::value).contains("planner");
        assertThat(schema.identity().role()).map(Text::value).contains("Plans berths.");
        assertThat(schema.identity().rootPath()).hasToString("Port/x");
    }

    @Test
    void readsANestedIdentityAndTheTextsAboutIt() {
        AgentSchema schema = Schemas.valid(
                "system",
                "title: A planner\nsummary: Short.\nsystem:\n  system: Berth Planner\n  name: BerthPlanner\n  rootpath: Port/x\n");

        assertThat(schema.identity().title()).hasToString("Berth Planner");
        assertThat(schema.identity().about()).extracting(it -> it.key().value()).containsExactly("title", "summary");
        assertThat(schema.extras()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"version: 6.0, 6.0", "version: 6.1.2, 6.1.2", "version: '\"7\"', 7"})
    void readsTheVersionAsItIsWritten(String line, String version) {
        assertThat(Schemas.valid("head", line.replace("'", "") + "\n")
                        .identity()
                        .version())
                .hasToString(version);
    }

    @Test
    void readsTheVersionOutOfTheHashWhereItStands() {
        Text version = SchemaLoader.load(
                        "a.yaml",
                        "name: A\nrootpath: B\nmetadata:\n  versionhash: Port-v6.2.0\n"
                                .getBytes(StandardCharsets.UTF_8))
                .value()
                .orElseThrow()
                .identity()
                .version();

        assertThat(version).hasToString("6.2.0");
        assertThat(version.span().start()).hasToString("4:22");
    }

    @Test
    void leavesDatesAsText() {
        AgentSchema schema = Schemas.valid("head", "version: 6.0.0\ncreated: 2026-03-01\n");

        assertThat(schema.identity().created()).map(Text::value).contains("2026-03-01");
    }

    @Test
    void namesTheKeysInTheNormalSpelling() {
        AgentSchema schema = Schemas.valid(
                "collaborationnetwork", "collaborationnetwork:\n  collaborators: [A]\n  protocol: PacketEnvelope\n");

        assertThat(schema.keys())
                .contains("governance", "governance.mode", "name", "collaborationnetwork.partners")
                .contains("collaborationnetwork.interactionprotocol")
                .doesNotContain("collaborationnetwork.collaborators");
    }

    @Test
    void readsChannelsInBothForms() {
        String map = "communicationstack:\n  channels: {slack: true, email: false}\n";
        String list = "communicationstack:\n  channels: [slack]\n";

        assertThat(Schemas.valid("communicationstack", map).communication().channels())
                .extracting(it -> it.name() + "=" + it.enabled())
                .containsExactly("slack=true", "email=false");
        assertThat(Schemas.valid("communicationstack", list).communication().channels())
                .extracting(Channel::enabled)
                .containsExactly(true);
    }

    @ParameterizedTest
    @CsvSource({"rolling_365_days, 365", "{scope: rolling_180_days}, 180", "90_days, 90", "rolling_2_weeks, 14"})
    void readsTheTemporalScope(String yaml, int days) {
        AgentSchema schema = Schemas.valid("reasoningengine", "reasoningengine:\n  temporalscope: " + yaml + "\n");

        assertThat(schema.reasoning().scopeDays()).map(Located::value).contains(days);
    }

    @ParameterizedTest
    @CsvSource({"100_parallel, 100", "5_parallel_training_jobs, 5", "unlimited, 0", "12, 12"})
    void readsTheTaskLimit(String yaml, int limit) {
        Learning learning = Schemas.valid(
                        "learningsystem",
                        "learningsystem:\n  autonomyprofile:\n    tasklimit: " + yaml
                                + "\n    decisionlatencymaxms: null\n")
                .learning();

        assertThat(learning.taskLimit().map(Located::value).orElse(0)).isEqualTo(limit);
        assertThat(learning.taskLimitText()).map(Text::value).contains(yaml);
        assertThat(learning.decisionLatencyMaxMs()).isEmpty();
    }

    @Test
    void readsCollaboratorsAndPartners() {
        AgentSchema schema = Schemas.valid(
                "collaborationnetwork",
                "collaborationnetwork:\n  partners: [Port/tugs]\n  collaborators:\n    - {name: Pilots, role: Guides, interaction: api_call}\n");

        assertThat(schema.collaboration().partners())
                .extracting(it -> it.name() + "/" + it.role().map(Text::value).orElse("-"))
                .containsExactly("Port/tugs/-", "Pilots/Guides");
    }

    @Test
    void countsSourcesAsConnectors() {
        AgentSchema schema = Schemas.valid(
                "worldmodelintegration",
                "worldmodelintegration:\n  enabled: false\n  sources: [tides]\n  contextwindow: 90_days\n");

        assertThat(schema.worldModel().dataConnectors()).extracting(Text::value).containsExactly("tides");
        assertThat(schema.worldModel().enabled()).isFalse();
    }

    @Test
    void readsFilesInAllForms() {
        AgentSchema schema = Schemas.valid("cursorinstructions", """
                cursorinstructions:
                  generatefiles:
                    - core/validator.py
                    - {path: pilots.py, archetype: client, for: PilotService}
                    - tides.py: Reads the tides.
                  postgeneration: {generatetests: false}
                """);

        assertThat(schema.files().generateFiles())
                .extracting(it -> it.path().value())
                .containsExactly("core/validator.py", "pilots.py", "tides.py");
        GeneratedFile client = schema.files().generateFiles().get(1);
        assertThat(client.peer()).map(Text::value).contains("PilotService");
        assertThat(schema.files().generateFiles().get(2).purpose())
                .map(Text::value)
                .contains("Reads the tides.");
        assertThat(schema.files().generateTests()).isFalse();
        assertThat(schema.files().validateDependencies()).isTrue();
    }

    @Test
    void readsThresholdsAsText() {
        AgentSchema schema = Schemas.valid(
                "governance",
                "governance:\n  anchors: [A]\n  mode: strict\n  thresholds: {delay: 500ms, value: 250_000}\n");

        assertThat(schema.governance().thresholds())
                .extracting(Threshold::name, Threshold::value)
                .extracting(Object::toString)
                .containsExactly("(delay, 500ms)", "(value, 250_000)");
    }

    @Test
    void joinsAListOfEscalationConditions() {
        AgentSchema schema = Schemas.valid(
                "governance",
                "governance:\n  anchors: [A]\n  mode: manual\n  escalationpolicy:\n    - delay > 5\n    - storm\n");

        Text policy = schema.governance().escalationPolicy().orElseThrow();
        assertThat(policy.value()).isEqualTo("delay > 5, storm");
        assertThat(policy.part(11, 16).start()).hasToString("12:7");
    }

    @Test
    void keepsTheLeadOfEachItemOfAListOfEscalationConditions() {
        AgentSchema schema = Schemas.valid("governance", """
                governance:
                  anchors: [A]
                  mode: manual
                  escalationpolicy:
                    - "Auto-escalate if: delay > 5"
                    - "Escalate when: storm or fog."
                    - "Auto-escalate if: ice"
                    - night
                """);

        assertThat(schema.governance().escalationPolicy().orElseThrow().value())
                .isEqualTo("Auto-escalate if: delay > 5. Escalate when: storm or fog. Auto-escalate if: ice, night");
    }

    @Test
    void readsPacketRoutes() {
        AgentSchema schema = Schemas.valid("packetrouting", """
                packetrouting:
                  inbound: [{source: Pilots, packettype: arrival, action: check → assign -> confirm}]
                  outbound: [{destination: Customs, packettype: manifest, fields: [ship, cargo]}]
                """);

        Inbound inbound = schema.packetRouting().inbound().get(0);
        assertThat(inbound.actions()).extracting(Text::value).containsExactly("check", "assign", "confirm");
        assertThat(schema.packetRouting().outbound().get(0).fields()).hasSize(2);
    }

    @Test
    void readsContractsAndBindings() {
        AgentSchema schema = Schemas.valid("bindings", """
                bindings:
                  operations: {plan: "harbour.berths:plan"}
                  strategies: {tide_first: "harbour.tides:Tides.first"}
                contracts:
                  plan:
                    request: {ships: "list[Ship]"}
                  Ship: {name: str}
                """);

        assertThat(schema.bindings().operations().get(0).module()).isEqualTo("harbour.berths");
        assertThat(schema.bindings().strategies().get(0).callable()).isEqualTo("Tides.first");
        assertThat(schema.contracts().get(0)).isInstanceOfSatisfying(Contract.Operation.class, it -> {
            assertThat(it.request()).map(List::size).contains(1);
            assertThat(it.response()).isEmpty();
        });
        assertThat(schema.contracts().get(1)).isInstanceOf(Contract.Model.class);
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        AgentSchema schema = Schemas.valid(
                "governance", "governance:\n  anchors: [A]\n  mode: hybrid\n  flag: red\ncolours:\n  sea: blue\n");

        assertThat(schema.extras()).extracting(it -> it.key().value()).containsExactly("colours", "governance");
        Optional<Entry> kept = schema.extras().stream()
                .filter(it -> it.key().value().equals("governance"))
                .findFirst();
        assertThat(kept).map(it -> it.value().toString()).get().asString().contains("red");
    }
}
