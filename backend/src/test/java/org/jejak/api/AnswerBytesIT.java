package org.jejak.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jejak.access.TestAccess;
import org.jejak.analysis.Fold;
import org.jejak.analysis.Networks;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.brokerage.Depth;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.cypher.CypherLibrary;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.jejak.investigation.DisruptionPlan;
import org.jejak.investigation.FurtherMeasure;
import org.jejak.investigation.FurtherQuestion;
import org.jejak.investigation.Investigations;
import org.jejak.investigation.RoleGroups;
import org.jejak.network.Handling;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.projection.ActorNetworks;
import org.jejak.projection.Flows;
import org.jejak.projection.NetworkQuestion;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.json.JsonMapper;

/** One question, one answer, byte for byte: in two runs, and on one thread and on two. */
class AnswerBytesIT {

    private static final Viewer ANA = new Viewer("ana", Set.of(Role.INVESTIGATOR), Set.of("BYTES"), Handling.RED);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long SEED = 11;

    private final TestLoads loads = TestLoads.onEmptyStore();

    @ComponentScan("org.jejak.safeguard")
    static class Safeguard {}

    /** A hundred and fifty people tied as a case ties them, some of them on boats together, of three countries. */
    private static Bundles bundle() {
        var people = Networks.caseShaped(150, 0.5, 3, Fold.SIMPLE);
        List<String> countries = List.of("MM", "MY", "TH");
        var persons = new ArrayList<String>(List.of("id,nationality,source"));
        for (int v = 0; v < people.size(); v++) {
            persons.add(people.actor(v).key().local() + "," + countries.get(v % 3) + ",s1");
        }
        var links = new ArrayList<String>(List.of("id,subject,relation,object,source"));
        people.ties()
                .forEach(tie -> links.add("l" + links.size() + ","
                        + tie.a().key().local() + ",associate," + tie.b().key().local() + ",s1"));
        var crew = new ArrayList<String>(List.of("id,person,role,source"));
        var movements = new ArrayList<String>(List.of("id,origin,destination,departed,persons,source"));
        for (int boat = 0; boat < 12; boat++) {
            int first = 10 * boat;
            for (int sailor : List.of(first, first + 3, first + 7)) {
                crew.add("r" + sailor + "," + people.actor(sailor).key().local() + ",transporter,s1");
            }
            movements.add("m" + boat + ",w1,w2,2015-03-0" + (1 + boat % 9) + ","
                    + people.actor(first).key().local() + "|"
                    + people.actor(first + 3).key().local() + "|"
                    + people.actor(first + 7).key().local() + ",s1");
        }
        return Bundles.bundle()
                .with("case", "BYTES")
                .source()
                .file("persons", persons.toArray(String[]::new))
                .file("places", "id,name,kind,source", "w1,Jetty,jetty,s1", "w2,Camp,camp,s1")
                .file("links", links.toArray(String[]::new))
                .file("roles", crew.toArray(String[]::new))
                .file("movements", movements.toArray(String[]::new));
    }

    private static List<String> answers(Investigations investigations, int threads) {
        var control = RunControl.PLAIN.withThreads(threads);
        var everything = new FurtherQuestion(EnumSet.allOf(FurtherMeasure.class), RoleGroups.COUNTRIES, 2, 2);
        var said = new ArrayList<String>();
        for (Fold fold : Fold.values()) {
            var question = NetworkQuestion.of(Set.of("BYTES")).folded(fold);
            var sureness = Sureness.USUAL.depth(Depth.FULL);
            var brokers = investigations.brokers(ANA, question, SEED, sureness, everything, control);
            said.add(JSON.writeValueAsString(BrokersBody.of(brokers, SEED, 0)));
            var groups = investigations.communities(ANA, question, SEED, control);
            said.add(JSON.writeValueAsString(CommunitiesBody.of(groups, SEED)));
            var left = investigations.disrupt(ANA, question, new DisruptionPlan.Best(3), 0.5, SEED, control);
            said.add(JSON.writeValueAsString(DisruptBody.of(left, SEED)));
        }
        return said;
    }

    @Test
    void twoRunsAndAnyNumberOfThreadsGiveTheSameBytes() {
        loads.load(bundle());
        TestAccess.on(loads.store(), Clock.systemUTC())
                .withBean(CypherLibrary.class, loads::cypher)
                .withUserConfiguration(Safeguard.class)
                .withBean(ActorNetworks.class)
                .withBean(Flows.class)
                .withBean(Investigations.class)
                .run(context -> {
                    var investigations = context.getBean(Investigations.class);
                    var once = answers(investigations, 1);
                    assertThat(JSON.readTree(once.getFirst()).at("/actors").size())
                            .isEqualTo(150);
                    assertThat(JSON.readTree(once.getFirst())
                                    .at("/parameters/nullRuns")
                                    .asInt())
                            .isPositive();
                    assertThat(answers(investigations, 2)).isEqualTo(once);
                    assertThat(answers(investigations, 2)).isEqualTo(once);
                });
    }
}
