package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jejak.ingest.Bundles.bundle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jejak.network.Handling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An id that rows of several entity files claim: the first delivered has it, whichever was loaded first. */
class KindsIT {

    private TestLoads loads;

    @BeforeEach
    void emptyStore() {
        loads = TestLoads.onEmptyStore();
    }

    private static Bundles on(int day) {
        return bundle().delivered("2020-01-0" + day + "T00:00:00Z");
    }

    private static Bundles person(int day) {
        return on(day).source().file("persons", "id,name,source", "x,Somebody,s1");
    }

    private static Bundles phone(int day) {
        return on(day).source().file("phones", "id,number,source", "x,+60123450001,s1");
    }

    /** Two calls: one between phones, one that a person made; both name x. */
    private static Bundles calls(int day) {
        return on(day).source()
                .file("phones", "id,number,source", "f1,+60123450002,s1")
                .file("custody", "id,person,place,in,source", "u1,x,h1,2015,s1")
                .file("places", "id,name,kind,source", "h1,Lockup,police_station,s1")
                .file("contacts", "id,a,b,time,source", "c1,x,f1,2015,s1");
    }

    private String digestOf(Bundles... deliveries) {
        loads = TestLoads.onEmptyStore();
        for (Bundles delivery : deliveries) {
            loads.load(delivery);
        }
        return loads.loads().graphDigest();
    }

    private List<String> standing() {
        return new ArrayList<>(
                new TreeSet<>(loads.strings("MATCH (r:Record) WHERE r._live RETURN r._file + ' ' + r._key")));
    }

    private List<String> held() {
        return new ArrayList<>(new TreeSet<>(loads.strings("MATCH (r:Held) RETURN r._file + ' ' + r._key")));
    }

    @Test
    void theFirstDeliveredHasTheIdInEitherOrder() {
        String digest = digestOf(person(1), phone(2));
        assertThat(standing()).contains("persons TEST:x").doesNotContain("phones TEST:x");
        assertThat(held()).containsExactly("phones TEST:x");
        assertThat(digestOf(phone(2), person(1))).isEqualTo(digest);
        assertThat(loads.strings("MATCH (a:Anchor {key: 'TEST:x'}) UNWIND labels(a) AS l RETURN l ORDER BY l"))
                .containsExactly("Anchor", "Entity", "Person");
        assertThat(loads.strings("MATCH (i:Identifier) RETURN i.kind")).isEmpty();
        assertThat(digestOf(phone(1), person(2))).isNotEqualTo(digest).isEqualTo(digestOf(person(2), phone(1)));
        assertThat(standing()).contains("phones TEST:x");
    }

    @Test
    void ofTwoDeliveredAtOnceTheOneWhoseFileIsReadFirstHasTheIdAsInOneBundle() {
        String whole = digestOf(on(1).source()
                .file("persons", "id,name,source", "x,Somebody,s1")
                .file("phones", "id,number,source", "x,+60123450001,s1"));
        assertThat(digestOf(person(1), phone(1))).isEqualTo(whole);
        assertThat(digestOf(phone(1), person(1))).isEqualTo(whole);
        assertThat(standing()).contains("persons TEST:x");
    }

    @Test
    void whatNamesTheIdGoesWithItsKind() {
        String digest = digestOf(person(1), phone(2), calls(3));
        assertThat(standing()).contains("custody TEST:custody/u1", "contacts TEST:contacts/c1");
        assertThat(digestOf(calls(3), phone(2), person(1))).isEqualTo(digest);
        assertThat(digestOf(phone(2), calls(3), person(1))).isEqualTo(digest);
        assertThat(digestOf(phone(2), person(1), calls(3))).isEqualTo(digest);
        String other = digestOf(phone(1), person(2), calls(3));
        assertThat(standing()).contains("contacts TEST:contacts/c1").doesNotContain("custody TEST:custody/u1");
        assertThat(held()).contains("custody TEST:custody/u1", "persons TEST:x");
        assertThat(digestOf(calls(3), person(2), phone(1))).isEqualTo(other);
        assertThat(digestOf(person(2), calls(3), phone(1))).isEqualTo(other);
    }

    @Test
    void saysWhichRowItRefusesAndWhichItTakesInstead() {
        loads.load(phone(2));
        var first = loads.load(person(1));
        assertThat(first.hasRefusals()).isFalse();
        assertThat(first.files().get(1).accepted()).isEqualTo(1);
        assertThat(first.released()).isZero();
        var later = loads.load(phone(3));
        assertThat(later.files().get(1).refused()).isEqualTo(1);
    }

    @Test
    void aRowOfTheSameLoadMayNameTheIdByItsNewKind() {
        loads.load(phone(2));
        var report = loads.load(person(1)
                .file("places", "id,name,kind,source", "h1,Lockup,police_station,s1")
                .file("custody", "id,person,place,in,source", "u1,x,h1,2015,s1"));
        assertThat(report.hasRefusals()).isFalse();
        assertThat(report.files()).allMatch(f -> f.held() == 0);
        assertThat(standing()).contains("custody TEST:custody/u1");
    }

    @Test
    void takenBackItLeavesTheIdToTheOther() {
        String without = digestOf(phone(2), calls(3));
        loads = TestLoads.onEmptyStore();
        String person = loads.load(person(1)).load();
        loads.load(phone(2));
        loads.load(calls(3));
        loads.loads().undo(TestLoads.OPERATOR, person);
        assertThat(loads.loads().graphDigest()).isEqualTo(without);
    }

    @Test
    void aFirstDeliveryTakenBackLeavesTheIdToWhoIsFirstNow() {
        String without = digestOf(phone(2), person(3), calls(3));
        loads = TestLoads.onEmptyStore();
        String person = loads.load(person(1)).load();
        loads.load(phone(2));
        loads.load(person(3));
        loads.load(calls(3));
        assertThat(standing()).contains("persons TEST:x");
        loads.loads().undo(TestLoads.OPERATOR, person);
        assertThat(standing()).contains("phones TEST:x");
        assertThat(loads.loads().graphDigest()).isEqualTo(without);
    }

    @Test
    void aRowThatStillWaitsForItsSourceKeepsTheIdFromNobody() {
        var waits = on(1).file("persons", "id,name,source", "x,Somebody,s7");
        var source = on(1).file("sources", "id,kind", "s7,tip");
        digestOf(waits, phone(2));
        assertThat(standing()).contains("phones TEST:x");
        String digest = digestOf(waits, phone(2), source);
        assertThat(standing()).contains("persons TEST:x");
        assertThat(digestOf(source, phone(2), waits)).isEqualTo(digest);
        assertThat(digestOf(phone(2), waits, source)).isEqualTo(digest);
    }

    @Test
    void aWithdrawalOfOneKindDoesNotReachTheOther() {
        var withdrawal = on(4).file("withdrawals", "id,file,row,reason", "w1,phones,x,error");
        String digest = digestOf(person(1), phone(2), withdrawal);
        assertThat(standing()).contains("persons TEST:x");
        assertThat(digestOf(phone(2), withdrawal, person(1))).isEqualTo(digest);
        assertThat(digestOf(withdrawal, person(1), phone(2))).isEqualTo(digest);
    }

    @Test
    void toWhoMayNotSeeTheOtherThingTheRowWaits() {
        loads.load(TestLoads.OPERATOR, person(1).with("case", "HIDDEN").in(loads.folder()));
        var ana = TestLoads.investigator("ana", Handling.RED, "OPEN");
        var report = loads.load(ana, phone(2).with("case", "OPEN").in(loads.folder()));
        assertThat(report.hasRefusals()).isFalse();
        assertThat(report.files().get(1).held()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9, 23, 26, 29, 37, 38})
    void anyOrderTwiceAndUndoneEndsInTheSameGraph(int seed) {
        anyOrder(seed);
    }

    @Test
    @Tag("full")
    void anyOrderOfTwoHundredSetsOfDeliveriesEndsInTheSameGraph() {
        for (int seed = 100; seed < 300; seed++) {
            anyOrder(seed);
        }
    }

    private void anyOrder(int seed) {
        var random = new Random(seed);
        List<Bundles> deliveries = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            deliveries.add(delivery(random));
        }
        String digest = digestOf(deliveries.toArray(Bundles[]::new));
        deliveries.forEach(loads::load);
        assertThat(loads.loads().graphDigest()).as("seed " + seed + " twice").isEqualTo(digest);
        var facts = loads.facts();
        var reversed = new ArrayList<>(deliveries);
        Collections.reverse(reversed);
        String backwards = digestOf(reversed.toArray(Bundles[]::new));
        assertThat(loads.facts()).as("seed " + seed + " reversed").isEqualTo(facts);
        assertThat(backwards).as("seed " + seed + " reversed").isEqualTo(digest);
        var shuffled = new ArrayList<>(deliveries);
        Collections.shuffle(shuffled, random);
        loads = TestLoads.onEmptyStore();
        var ids = new ArrayList<String>();
        shuffled.forEach(b -> ids.add(loads.load(b).load()));
        assertThat(loads.facts()).as("seed " + seed + " shuffled").isEqualTo(facts);
        assertThat(loads.loads().graphDigest()).as("seed " + seed + " shuffled").isEqualTo(digest);

        int back = random.nextInt(shuffled.size());
        loads.loads().undo(TestLoads.OPERATOR, ids.get(back));
        String undone = loads.loads().graphDigest();
        var left = loads.facts();
        shuffled.remove(back);
        String without = digestOf(shuffled.toArray(Bundles[]::new));
        assertThat(left).as("seed " + seed + " undone").isEqualTo(loads.facts());
        assertThat(undone).as("seed " + seed + " undone").isEqualTo(without);
    }

    /** A few rows over three ids that are anything. */
    private static Bundles delivery(Random random) {
        var delivery = on(1 + random.nextInt(4)).with("case", "CASE-" + random.nextInt(2));
        var used = new ArrayList<>(List.of("x0", "x1", "x2"));
        Collections.shuffle(used, random);
        if (random.nextInt(3) > 0) {
            delivery.file("sources", "id,kind", "s" + random.nextInt(2) + ",tip");
        }
        List.of(
                        "persons id,name,source @,N,#",
                        "places id,name,kind,part_of,source @,N,camp,?,#",
                        "phones id,number,source @,+60123450001,#",
                        "documents id,kind,number,holder,source @,passport,A1,?,#")
                .forEach(file -> {
                    String[] parts = file.split(" ");
                    if (!used.isEmpty() && random.nextInt(2) == 0) {
                        delivery.file(parts[0], parts[1], row(parts[2].replace("@", used.removeLast()), random));
                    }
                });
        if (random.nextInt(2) == 0) {
            delivery.file(
                    "links",
                    "id,subject,relation,object,source",
                    row("l1,?,uses,?,#", random),
                    row("l2,?,owns,?,#", random));
        }
        if (random.nextInt(2) == 0) {
            delivery.file("contacts", "id,a,b,time,source", row("c1,?,?,2015,#", random));
        }
        if (random.nextInt(2) == 0) {
            delivery.file("custody", "id,person,place,in,source", row("u1,?,?,2015,#", random));
        }
        if (random.nextInt(4) == 0) {
            delivery.file(
                    "withdrawals",
                    "id,file,row,reason",
                    "w1," + List.of("phones", "persons").get(random.nextInt(2)) + ",x" + random.nextInt(3) + ",error");
        }
        return delivery;
    }

    private static String row(String pattern, Random random) {
        String row = pattern.replace("#", "s" + random.nextInt(2));
        while (row.contains("?")) {
            row = row.replaceFirst("\\?", "x" + random.nextInt(3));
        }
        return row;
    }
}
