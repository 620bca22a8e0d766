package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jejak.ingest.format.Format;
import org.jejak.ingest.format.Format.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks whose ids are those of their file: nobody loses a name or a tie to another file, and nothing comes twice. */
class LocalIdsIT {

    @TempDir
    Path folder;

    private TestLoads loads;

    @BeforeEach
    void emptyStore() {
        loads = TestLoads.onEmptyStore();
    }

    private LoadReport load(String name, String text) throws IOException {
        return load(name, text, Optional.empty());
    }

    private LoadReport load(String name, String text, Optional<Path> nodes) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        var told = new Told(Optional.empty(), Optional.of("CASE-1"), nodes, Optional.empty());
        try (var source = Format.open(file, Optional.empty(), told, Translated.IDS)) {
            var options = LoadOptions.defaults().refusedTo(folder.resolve("no" + System.nanoTime()));
            return loads.loads().load(TestLoads.OPERATOR, source, options);
        }
    }

    private static String graph(String nodes, String edges) {
        var text = new StringBuilder("<graphml><key id='l' for='node' attr.name='label'/>"
                + "<key id='w' for='edge' attr.name='weight'/><graph edgedefault='undirected'>");
        int number = 0;
        for (String label : nodes.split(" ")) {
            text.append("<node id='n%d'><data key='l'>%s</data></node>".formatted(number++, label));
        }
        number = 0;
        for (String edge : edges.split(" ")) {
            String[] parts = edge.split("[-:]");
            text.append("<edge id='e%d' source='n%s' target='n%s'><data key='w'>%s</data></edge>"
                    .formatted(number++, parts[0], parts[1], parts[2]));
        }
        return text + "</graph></graphml>";
    }

    private static LoadReport.FileCounts of(LoadReport report, String file) {
        return report.files().stream()
                .filter(f -> f.file().equals(file + ".csv"))
                .findFirst()
                .orElseThrow();
    }

    private long live(String label) {
        return Long.parseLong(loads.strings("MATCH (r:" + label + ") WHERE r._live RETURN count(r)")
                .getFirst());
    }

    private long things() {
        return Long.parseLong(
                loads.strings("MATCH (a:Anchor:Person) RETURN count(a)").getFirst());
    }

    @Test
    void twoFilesThatNumberFromNoughtKeepTheirPeopleAndTies() throws IOException {
        String first = graph("Ida Jon", "0-1:2");
        String second = graph("Kaj Lis Mia", "0-2:1 1-2:1");
        assertThat(load("first.graphml", first).notes()).isEmpty();
        var told = load("second.graphml", second);
        assertThat(told.notes()).singleElement().satisfies(n -> assertThat(n).contains("another name", "2 (n0, n1)"));
        assertThat(of(told, "links").accepted()).isEqualTo(2);
        assertThat(things()).isEqualTo(5);
        assertThat(live("Links")).isEqualTo(3);
        assertThat(of(load("second.graphml", second), "links").unchanged()).isEqualTo(2);
        var again = load("first.graphml", first);
        assertThat(of(again, "persons").unchanged()).isEqualTo(2);
        assertThat(of(again, "links").unchanged()).isEqualTo(1);
        assertThat(of(load("second.graphml", graph("Kaj Lis Mia", "0-2:7 1-2:1")), "links")
                        .superseded())
                .isEqualTo(2);
        assertThat(things()).isEqualTo(5);
        assertThat(live("Links")).isEqualTo(3);
        assertThat(loads.strings("MATCH (r:Links) WHERE r._live RETURN r.weight ORDER BY r.weight"))
                .containsExactly("1", "2", "7");
    }

    @Test
    void whoWasKeptApartStaysSoWhenTheOtherFileIsTakenBack() throws IOException {
        String second = graph("Kaj Lis", "0-1:1");
        var first = load("first.graphml", graph("Ida Jon", "0-1:2"));
        load("second.graphml", second);
        loads.loads().undo(TestLoads.OPERATOR, first.load());
        assertThat(of(load("second.graphml", second), "persons").unchanged()).isEqualTo(2);
        assertThat(things()).isEqualTo(2);
    }

    @Test
    void aFileThatGrewIsTheSamePeople() throws IOException {
        load("may.graphml", graph("Ida Jon", "0-1:2"));
        assertThat(load("june.graphml", graph("Ida Jon Kaj", "0-1:2 1-2:1")).notes())
                .isEmpty();
        assertThat(things()).isEqualTo(3);
        assertThat(live("Links")).isEqualTo(2);
    }

    @Test
    void aTableOfTiesJoinsByItsIdsAndTakesNobodysName() throws IOException {
        var nodes = Optional.of(Files.writeString(folder.resolve("nodes.csv"), "id,name\n1,Ida\n2,Jon\n"));
        load("ties.csv", "source,target\n1,2\n", nodes);
        var more = load("more.csv", "source,target\n2,3\n1,2\n");
        assertThat(more.notes()).isEmpty();
        assertThat(things()).isEqualTo(3);
        assertThat(live("Links")).isEqualTo(2);
        assertThat(loads.strings("MATCH (r:Persons) WHERE r._live RETURN r._key ORDER BY r._key"))
                .containsExactly("CASE-1:1", "CASE-1:2", "CASE-1:3");
        var others = Optional.of(Files.writeString(folder.resolve("others.csv"), "id,name\n1,Kaj\n2,Lis\n"));
        assertThat(load("ties2.csv", "source,target\n1,2\n", others).notes())
                .singleElement()
                .satisfies(n -> assertThat(n).contains("2 (1, 2)"));
        assertThat(things()).isEqualTo(5);
        assertThat(live("Links")).isEqualTo(3);
    }

    @Test
    void theSameTableAgainChangesNothingAndACorrectedWeightSupersedes() throws IOException {
        String header = "source,target,weight\n";
        load("ties.csv", header + "ana,ben,1\nana,ben,1\nben,NA,4\n");
        assertThat(live("Links")).isEqualTo(3);
        String digest = loads.loads().graphDigest();
        var again = load("ties.csv", header + "ana,ben,1\nana,ben,1\nben,NA,4\n");
        assertThat(of(again, "links").unchanged()).isEqualTo(3);
        assertThat(of(again, "persons").unchanged()).isEqualTo(3);
        assertThat(loads.loads().graphDigest()).isEqualTo(digest);
        var corrected = load("ties.csv", header + "ana,ben,1\nana,ben,9\nben,NA,4\n");
        assertThat(of(corrected, "links").accepted()).isZero();
        assertThat(of(corrected, "persons").accepted()).isZero();
        assertThat(live("Links")).isEqualTo(3);
        assertThat(loads.strings("MATCH (r:Links) WHERE r._live RETURN r.weight ORDER BY r.weight"))
                .containsExactly("1", "4", "9");
    }

    @Test
    void aTieThatWasLoadedUnderAnIdOfBeforeKeepsIt() throws IOException {
        String text = "source,target,weight,relation\nana,ben,2,\nana,ben,5,\nben,cy,1,family\nx,1-2,1,\n";
        var file = DeliveredFile.of(Files.writeString(folder.resolve("ties.csv"), text));
        String source = file.sourceId();
        loads.load(Bundles.bundle()
                .with("namespace", "CASE-1")
                .delivered("2020-01-01T00:00:00Z")
                .file("sources", "id,kind,title", source + ",other,ties.csv")
                .file(
                        "persons",
                        "id,name,source",
                        "ana,ana," + source,
                        "ben,ben," + source,
                        "cy,cy," + source,
                        "x-1,x-1," + source,
                        "2,2," + source)
                .file(
                        "links",
                        "id,subject,relation,object,source,weight",
                        "ana-ben,ana,associate,ben," + source + ",2",
                        "ben-cy-family,ben,family,cy," + source + ",1",
                        "x-1-2,x-1,associate,2," + source + ",3"));
        for (int time = 0; time < 2; time++) {
            var report = load("ties.csv", text);
            assertThat(of(report, "links").unchanged()).isEqualTo(time == 0 ? 2 : 4);
            assertThat(of(report, "links").accepted()).isEqualTo(time == 0 ? 2 : 0);
        }
        assertThat(loads.strings("MATCH (r:Links) WHERE r._live RETURN r._key ORDER BY r._key"))
                .hasSize(5)
                .contains("CASE-1:links/ana-ben", "CASE-1:links/ben-cy-family", "CASE-1:links/x-1-2");
        var corrected = load("ties.csv", text.replace("ana,ben,2", "ana,ben,8"));
        assertThat(of(corrected, "links").superseded()).isEqualTo(4);
        assertThat(loads.strings("MATCH (r:Links {_key: 'CASE-1:links/ana-ben'}) WHERE r._live RETURN r.weight"))
                .containsExactly("8");
    }

    @Test
    void twoTelephonesOfOneNumberInTheirFilesStayTwo() throws IOException {
        String phone = "<graphml><graph><node id='n0' labels=':Phone' number='%s'/></graph></graphml>";
        load("one.graphml", phone.formatted("+60130000001"));
        load("two.graphml", phone.formatted("+60130000002"));
        load("three.graphml", graph("Ida Jon", "0-1:1"));
        assertThat(loads.strings("MATCH (a:Anchor:Phone) RETURN a.key")).hasSize(2);
        assertThat(things()).isEqualTo(2);
        assertThat(live("Links")).isEqualTo(1);
    }
}
