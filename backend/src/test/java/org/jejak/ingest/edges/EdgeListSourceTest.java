package org.jejak.ingest.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jejak.ingest.CheckedRow;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.Translated;
import org.jejak.ingest.UnreadableDelivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeListSourceTest {

    private static final Delivery DELIVERY = Delivery.of("NET", "CASE-1");

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Translated read(String edges) throws IOException {
        return Translated.of(EdgeListSource.open(file("edges.csv", edges), Optional.empty(), DELIVERY));
    }

    private RowSource withNodes(String edges, String nodes) throws IOException {
        return EdgeListSource.open(file("edges.csv", edges), Optional.of(file("nodes.csv", nodes)), DELIVERY);
    }

    /** The one tie between these two. */
    private static CheckedRow tie(Translated read, String a, String b) {
        return ties(read, a, b).getFirst();
    }

    private static List<CheckedRow> ties(Translated read, String a, String b) {
        return read.rows("links").stream()
                .filter(r ->
                        r.cell("subject").equals("NET:" + a) && r.cell("object").equals("NET:" + b))
                .toList();
    }

    private static List<String> names(Translated read) {
        return read.rows("persons").stream().map(r -> r.cell("name")).toList();
    }

    @Test
    void everyEndIsAPersonAndEveryLineATie() throws IOException {
        var read = read("source,target,weight\na,b,3\nb,c,1.5\n");
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("persons")).extracting(r -> r.key().value()).containsExactly("NET:a", "NET:b", "NET:c");
        var tie = tie(read, "b", "c");
        assertThat(tie.cell("subject")).isEqualTo("NET:b");
        assertThat(tie.cell("object")).isEqualTo("NET:c");
        assertThat(tie.cell("relation")).isEqualTo("associate");
        assertThat(tie.cell("weight")).isEqualTo("1.5");
    }

    @Test
    void theFileIsTheOneSourceAndCannotBeJudged() throws IOException {
        var read = read("source,target\na,b\n");
        assertThat(read.rows("sources")).hasSize(1);
        var source = read.rows("sources").getFirst();
        assertThat(source.cell("title")).isEqualTo("edges.csv");
        assertThat(source.cell("reliability") + source.cell("credibility")).isEqualTo("F6");
        assertThat(source.cell("sha256")).hasSize(64);
        assertThat(tie(read, "a", "b").cell("source")).isEqualTo(source.key().value());
    }

    @Test
    void relationAndTimeAreOfTheTieAndOfItsId() throws IOException {
        var read = read("source,target,relation,time\na,b,family,2015-03-01T10:00\na,b,,2015-03-01T10:00\n");
        var tie = tie(read, "a", "b");
        assertThat(tie.key().value())
                .isEqualTo("NET:links/" + new LineIdentity.Known("", "a", "b", "family", "2015-03-01T10:00").id(1));
        assertThat(ties(read, "a", "b")).hasSize(2);
        assertThat(tie.cell("relation")).isEqualTo("family");
        assertThat(tie.cell("from")).isEqualTo("2015-03-01T10:00");
    }

    @Test
    void foreignIdsArePercentEncodedAndKeptAsNames() throws IOException {
        var read = read("source,target\n\"Doe, John\",x@y:z/100%\n");
        assertThat(read.refused()).isEmpty();
        assertThat(read.row("persons", "NET:Doe%2C John").cell("name")).isEqualTo("Doe, John");
        assertThat(read.row("persons", "NET:x%40y%3Az%2F100%25").cell("name")).isEqualTo("x@y:z/100%");
    }

    @Test
    void theTableOfNodesNamesThemAndKeepsWhatItSays() throws IOException {
        var nodes = file("nodes.csv", "id,label,rank,note\na,Ana,7,tall\nz,Zoe,,\n");
        var source = EdgeListSource.open(file("edges.csv", "source,target\na,b\n"), Optional.of(nodes), DELIVERY);
        var read = Translated.of(source);
        assertThat(read.rows("persons")).extracting(r -> r.cell("name")).containsExactly("Ana", "Zoe", "b");
        assertThat(read.row("persons", "NET:a").cell("rank")).isEqualTo("7");
        assertThat(read.row("persons", "NET:a").cell("given note")).isEqualTo("tall");
    }

    @Test
    void theIdOfALineIsADigestOfWhatItIsKnownByEachPartBehindItsLength() throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        var parts = new java.io.DataOutputStream(bytes);
        for (String part : List.of("line", "ana", "zo\u00EB", "family", "", "2")) {
            byte[] text = part.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            parts.writeInt(text.length);
            parts.write(text);
        }
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        assertThat(new LineIdentity.Known("", "ana", "zo\u00EB", "family", "").id(2))
                .isEqualTo("E-" + java.util.HexFormat.of().formatHex(digest, 0, 16));
    }

    @Test
    void aBadLineIsRefusedAlone() throws IOException {
        var read = read("source,target,weight\n,NA,1\na,b,much\na,b,-1\nc,d\nc,d,1,1\ne,f,2\n");
        assertThat(read.refused())
                .filteredOn(refusal -> refusal.file().equals("links.csv"))
                .extracting(r -> r.line())
                .containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(read.refused())
                .as("whom only a refused line knows comes with it when it is corrected")
                .filteredOn(refusal -> refusal.file().equals("persons.csv"))
                .extracting(r -> r.line())
                .containsExactly(2L, 5L, 5L, 6L, 6L);
        assertThat(read.rows("links")).hasSize(1);
        assertThat(tie(read, "e", "f").cell("weight")).isEqualTo("2");
    }

    @Test
    void semicolonsTabsAndAByteOrderMarkAreTakenAsTheyCome() throws IOException {
        assertThat(read("\uFEFFSource;Target\na;b\n").rows("links")).hasSize(1);
        assertThat(read("source\ttarget\na\tb\n").rows("links")).hasSize(1);
    }

    @Test
    void whatIsNoEdgeListIsSaidToBeNone() throws IOException {
        assertThatThrownBy(() -> read("giver,target\na,b\n"))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("source and target")
                .hasMessageContaining("no column source")
                .hasMessageContaining("giver, target");
        Files.write(folder.resolve("picture.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFF});
        assertThatThrownBy(() -> EdgeListSource.open(folder.resolve("picture.csv"), Optional.empty(), DELIVERY))
                .isInstanceOf(UnreadableDelivery.class);
        assertThat(EdgeListSource.looksLike(folder.resolve("picture.csv"))).isFalse();
        assertThatThrownBy(() -> read("")).isInstanceOf(UnreadableDelivery.class);
    }

    @Test
    void everyLineOfATableWithoutIdsCountsOnce() throws IOException {
        var read = read("source,target,weight\na,b,2\na,b,2\na,b,5\n");
        assertThat(read.refused()).isEmpty();
        assertThat(ties(read, "a", "b")).extracting(r -> r.cell("weight")).containsExactly("2", "2", "5");
        assertThat(ties(read, "a", "b")).extracting(CheckedRow::key).doesNotHaveDuplicates();
    }

    @Test
    void aTablesOwnIdAndKindBelongToItsLines() throws IOException {
        String header = "Id,Source,Target,Type,Kind,Label,Weight\n";
        var read = read(header + "7,a,b,Undirected,call,late,1\n8,a,b,Undirected,cash,,4\n9,a,b,Undirected,cash,,4\n");
        assertThat(ties(read, "a", "b")).extracting(r -> r.cell("relation")).containsExactly("call", "cash", "cash");
        assertThat(ties(read, "a", "b").getFirst().cell("Type")).isEqualTo("Undirected");
        var corrected = read(header + "7,a,b,Undirected,visit,late,6\n");
        assertThat(tie(corrected, "a", "b").key())
                .isEqualTo(ties(read, "a", "b").getFirst().key());
        var other = read(header + "7,a,c,Undirected,call,late,1\n");
        assertThat(tie(other, "a", "c").key())
                .isNotEqualTo(ties(read, "a", "b").getFirst().key());
    }

    @Test
    void aLineWithAnIdOfItsOwnThatIsThereTwiceIsOneLine() throws IOException {
        var read = read("id,source,target\nx,a,b\nx,a,b\nx,a,c\n");
        assertThat(ties(read, "a", "b"))
                .extracting(r -> r.key())
                .hasSize(2)
                .containsOnly(tie(read, "a", "b").key());
        assertThat(ties(read, "a", "c")).hasSize(1);
    }

    @Test
    void noSignWithinAnIdMakesTwoTiesOne() throws IOException {
        var read = read("source,target,relation\nAl-Amin,Bo,\nAl,Amin-Bo,\nx-1,2,3\nx,1-2,3\nx-1,2-3,\n");
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("links")).extracting(CheckedRow::key).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void whoIsNobodyIsAnUnknownPersonOfThatLineAlone() throws IOException {
        var source = EdgeListSource.open(
                file("edges.csv", "source,target,weight\nana,NA,1\nben,unknown,2\ncy,Private,NA\n-,dan,1\nana,,3\n"),
                Optional.empty(),
                DELIVERY);
        var read = Translated.of(source);
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("links")).hasSize(5);
        assertThat(names(read)).containsExactlyInAnyOrder("ana", "ben", "cy", "dan", "", "", "", "", "");
        assertThat(read.rows("links"))
                .flatExtracting(r -> List.of(r.cell("subject"), r.cell("object")))
                .filteredOn(end -> end.matches("NET:E-[0-9a-f]{32}#(source|target)"))
                .hasSize(5)
                .doesNotHaveDuplicates();
        assertThat(tie(read, "cy", read.rows("links").get(2).cell("object").substring(4))
                        .cells())
                .doesNotContainKey("weight")
                .containsEntry("given weight", "NA");
        assertThat(source.notes()).anySatisfy(note -> assertThat(note).contains("nobody: 5 (NA, unknown"));
    }

    @Test
    void whomTheTableOfNodesNamesIsSomebodyWhateverTheyAreCalled() throws IOException {
        var read = Translated.of(withNodes("source,target\nNA,b\n", "id,label\nNA,Natalia\nb,Ben\n"));
        assertThat(names(read)).containsExactly("Natalia", "Ben");
        assertThat(read.rows("links")).hasSize(1);
    }

    @Test
    void anEndThatTheTableOfNodesLacksIsSaid() throws IOException {
        var source = withNodes("source,target\n1.0,2\n2,3.00\n2,x\n", "id,label\n1,Ana\n2,Ben\n3,Cy\n");
        var read = Translated.of(source);
        assertThat(names(read)).containsExactly("Ana", "Ben", "Cy", "x");
        assertThat(tie(read, "1", "2").cell("subject")).isEqualTo("NET:1");
        assertThat(ties(read, "2", "3")).hasSize(1);
        assertThat(source.notes())
                .anySatisfy(note -> assertThat(note).startsWith("Ends that are not in the table of nodes: 1 (x)"))
                .anySatisfy(note -> assertThat(note)
                        .startsWith("Ends that the table of nodes writes otherwise")
                        .contains("2 (1.0, 3.00)"));
    }

    @Test
    void aNumberWhoseDigitsAreGoneIsNobodysId() throws IOException {
        var read = Translated.of(withNodes(
                "source,target\n3e+05,300001\n300001,6.01E+10\n300001,1E5\n", "id,label\n300000,Ana\n300001,Ben\n"));
        assertThat(names(read)).containsExactly("Ana", "Ben", "1E5");
        assertThat(read.refused())
                .extracting(r -> r.line() + " " + r.column() + " " + r.value())
                .containsExactly("2 subject 3e+05", "3 object 6.01E+10");
    }

    @Test
    void spellingsThatLookAlikeAreOnePerson() throws IOException {
        var read = read("source,target\n\u200FRene\u0301e\u00A0Tan,bo\nRen\u00E9e  Tan\u200B,cy\n\uFEFFbo ,cy\n"
                + "\u0645\u06CC\u200C\u0631,bo\n");
        assertThat(names(read)).containsExactly("Ren\u00E9e Tan", "bo", "cy", "\u0645\u06CC\u200C\u0631");
    }

    @Test
    void aWeightWithACommaIsReadWhereNobodyCanDoubtIt() throws IOException {
        var read = read("source;target;weight\na;b;1,5\na;c;1.250,5\na;d;2,250\na;e;1.250\n");
        assertThat(tie(read, "a", "b").cells()).containsEntry("weight", "1.5").containsEntry("given weight", "1,5");
        assertThat(tie(read, "a", "c").cell("weight")).isEqualTo("1250.5");
        assertThat(tie(read, "a", "d").cell("weight")).isEqualTo("2.250");
        assertThat(tie(read, "a", "e").cell("weight")).isEqualTo("1250");
        var doubtful = read("source;target;weight\na;b;2,250\na;c;2.250\na;d;3\n");
        assertThat(doubtful.refused())
                .singleElement()
                .satisfies(r -> assertThat(r.value() + " " + r.reason()).startsWith("2,250 nobody can tell"));
        assertThat(tie(doubtful, "a", "c").cell("weight")).isEqualTo("2.250");
        var pointed = read("source;target;weight\na;b;2,250\na;c;0.5\n");
        assertThat(tie(pointed, "a", "b").cell("weight")).isEqualTo("2250");
    }

    @Test
    void fromAndToAreEndsAndANameIsAName() throws IOException {
        var read = Translated.of(withNodes("from,to\n1,2\n", "id,name,role\n1,Nadia,driver\n2,Omid,\n"));
        assertThat(names(read)).containsExactly("Nadia", "Omid");
        assertThat(read.row("persons", "NET:1").cell("role")).isEqualTo("driver");
        assertThat(ties(read, "1", "2")).hasSize(1);
        assertThat(EdgeListSource.looksLike(file("a.csv", "from,to,weight\na,b,1\n")))
                .isTrue();
        assertThat(EdgeListSource.looksLike(file("b.csv", "from,to,duration\na,b,1\n")))
                .isFalse();
    }

    @Test
    void theWiretapNetworkComesWhole() throws IOException {
        var edges = Translated.real("caviar/edges.csv");
        assumeTrue(edges.isPresent(), "the real networks do not lie beside the repository");
        var source = EdgeListSource.open(edges.get(), Translated.real("caviar/nodes.csv"), DELIVERY);
        var read = Translated.of(source);
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("persons")).hasSize(110);
        assertThat(read.rows("links")).hasSize(205);
        assertThat(EdgeListSource.looksLike(edges.get())).isTrue();
    }
}
