package org.jejak.ingest.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jejak.ingest.Delivery;
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

    @Test
    void everyEndIsAPersonAndEveryLineATie() throws IOException {
        var read = read("source,target,weight\na,b,3\nb,c,1.5\n");
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("persons")).extracting(r -> r.key().value()).containsExactly("NET:a", "NET:b", "NET:c");
        var tie = read.row("links", "NET:links/b-c");
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
        assertThat(read.row("links", "NET:links/a-b").cell("source"))
                .isEqualTo(source.key().value());
    }

    @Test
    void relationAndTimeAreOfTheTieAndOfItsId() throws IOException {
        var read = read("source,target,relation,time\na,b,family,2015-03-01T10:00\n");
        var tie = read.row("links", "NET:links/a-b-family-2015-03-01T10%3A00");
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
    void aBadLineIsRefusedAlone() throws IOException {
        var read = read("source,target,weight\na,,1\na,b,much\na,b,-1\nc,d\nc,d,1,1\ne,f,2\n");
        assertThat(read.refused())
                .filteredOn(refusal -> refusal.file().equals("links.csv"))
                .extracting(r -> r.line())
                .containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(read.refused())
                .as("people whom only a line names that cannot be told into its cells come with it")
                .filteredOn(refusal -> refusal.file().equals("persons.csv"))
                .extracting(r -> r.line())
                .containsExactly(5L, 5L, 6L, 6L);
        assertThat(read.rows("links")).extracting(r -> r.key().value()).containsExactly("NET:links/e-f");
    }

    @Test
    void semicolonsTabsAndAByteOrderMarkAreTakenAsTheyCome() throws IOException {
        assertThat(read("\uFEFFSource;Target\na;b\n").rows("links")).hasSize(1);
        assertThat(read("source\ttarget\na\tb\n").rows("links")).hasSize(1);
    }

    @Test
    void whatIsNoEdgeListIsSaidToBeNone() throws IOException {
        assertThatThrownBy(() -> read("from,to\na,b\n"))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("source and target");
        Files.write(folder.resolve("picture.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFF});
        assertThatThrownBy(() -> EdgeListSource.open(folder.resolve("picture.csv"), Optional.empty(), DELIVERY))
                .isInstanceOf(UnreadableDelivery.class);
        assertThat(EdgeListSource.looksLike(folder.resolve("picture.csv"))).isFalse();
        assertThatThrownBy(() -> read("")).isInstanceOf(UnreadableDelivery.class);
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
