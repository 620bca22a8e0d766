package org.jejak.ingest.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jejak.ingest.CheckedRow;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.Translated;
import org.jejak.ingest.UnreadableDelivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphFileSourceTest {

    private static final Delivery DELIVERY = Delivery.of("NET", "CASE-1");

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Translated graphml(String inside) throws IOException {
        return Translated.of(GraphFileSource.graphml(
                file(
                        "net.graphml",
                        "<?xml version='1.0'?><graphml xmlns='http://graphml.graphdrawing.org/xmlns'>" + inside
                                + "</graphml>"),
                DELIVERY));
    }

    private Translated gexf(String inside) throws IOException {
        return Translated.of(GraphFileSource.gexf(
                file(
                        "net.gexf",
                        "<?xml version='1.0'?><gexf xmlns='http://gexf.net/1.3' xmlns:viz='http://gexf.net/1.3/viz'"
                                + " version='1.3'>" + inside + "</gexf>"),
                DELIVERY));
    }

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
    void graphmlNodesArePersonsAndEdgesTies() throws IOException {
        var read = graphml("""
                <key id="n0" for="node" attr.name="label" attr.type="string"/>
                <key id="n1" for="node" attr.name="rank" attr.type="int"><default>7</default></key>
                <key id="e0" for="edge" attr.name="weight" attr.type="double"/>
                <key id="e1" for="edge" attr.name="relation" attr.type="string"/>
                <graph edgedefault="undirected">
                  <node id="a"><data key="n0">Ana</data><data key="n1">3</data></node>
                  <node id="b"/>
                  <edge id="e9" source="a" target="b" directed="true"><data key="e0">2.5</data>
                    <data key="e1">Member Of</data></edge>
                </graph>""");
        assertThat(read.refused()).isEmpty();
        assertThat(read.row("persons", "NET:a").cells())
                .containsEntry("name", "Ana")
                .containsEntry("rank", "3");
        assertThat(read.row("persons", "NET:b").cells())
                .containsEntry("name", "b")
                .containsEntry("rank", "7");
        assertThat(tie(read, "a", "b").cells())
                .containsEntry("subject", "NET:a")
                .containsEntry("relation", "member_of")
                .containsEntry("weight", "2.5")
                .containsEntry("directed", "true")
                .containsEntry("edge", "e9");
        assertThat(read.rows("sources"))
                .singleElement()
                .satisfies(source -> assertThat(source.cell("reliability") + source.cell("credibility"))
                        .isEqualTo("F6"));
    }

    @Test
    void aGraphWithinANodeAndAnEndNobodyDescribedAreThereToo() throws IOException {
        var read = graphml("""
                <graph edgedefault="directed">
                  <edge source="inner" target="late"/>
                  <node id="outer"><data key="any">kept</data><graph><node id="inner"/></graph></node>
                  <edge source="inner" target="nobody"/>
                  <node id="late"/>
                </graph>""");
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("persons"))
                .extracting(r -> r.key().value())
                .containsExactlyInAnyOrder("NET:outer", "NET:inner", "NET:late", "NET:nobody");
        assertThat(read.row("persons", "NET:outer").cell("any")).isEqualTo("kept");
        assertThat(tie(read, "inner", "late").cell("relation")).isEqualTo("associate");
    }

    @Test
    void parallelEdgesAreToldApartByTheirOwnIds() throws IOException {
        var read = graphml("""
                <graph><node id="a"/><node id="b"/>
                <edge id="1" source="a" target="b"/><edge id="2" source="a" target="b"/></graph>""");
        assertThat(read.rows("links"))
                .extracting(r -> r.key().value())
                .containsExactly(
                        "NET:links/" + new LineIdentity.Known("1", "a", "b", "", "").id(1),
                        "NET:links/" + new LineIdentity.Known("2", "a", "b", "", "").id(1));
    }

    @Test
    void whatIsNoTieIsRefusedAloneAndSaysHowToMendIt() throws IOException {
        var read = graphml("""
                <key id="w" for="edge" attr.name="weight"/>
                <graph><node id="a"/><node id="b"/><node/>
                <hyperedge><endpoint node="a"/><endpoint node="b"/></hyperedge>
                <edge source="a"/>
                <edge source="a" target="b"><data key="w">-1</data></edge>
                <edge source="b" target="a"/></graph>""");
        assertThat(read.refused())
                .extracting(refusal -> refusal.column())
                .containsExactlyInAnyOrder("id", "endpoints", "object", "weight");
        assertThat(read.refused())
                .allSatisfy(refusal -> assertThat(refusal.line()).isPositive());
        assertThat(read.rows("links")).hasSize(1);
    }

    @Test
    void gexfKeepsTimesWeightsKindsAttributesAndWhatIsDrawn() throws IOException {
        var read = gexf("""
                <graph defaultedgetype="undirected" timeformat="date">
                <attributes class="node"><attribute id="0" title="police role" type="string"/>
                  <attribute id="1" title="seen" type="boolean"><default>true</default></attribute></attributes>
                <nodes><node id="a" label="Ana" start="2014-01-01"><attvalues>
                  <attvalue for="0" value="guard" start="2014" end="2015"/></attvalues>
                  <viz:color r="1" g="2" b="3"/></node><node id="b" label="Ben"/></nodes>
                <edges><edge id="0" source="a" target="b" kind="guards" weight="4" start="2015-02-01" end="2015-03-01"/>
                <edge id="1" source="a" target="b" kind="family" type="directed"/></edges></graph>""");
        assertThat(read.refused()).isEmpty();
        assertThat(read.row("persons", "NET:a").cells())
                .containsEntry("name", "Ana")
                .containsEntry("police role", "guard (2014/2015)")
                .containsEntry("seen", "true")
                .containsEntry("start", "2014-01-01")
                .containsEntry("viz color", "r=1 g=2 b=3");
        assertThat(ties(read, "a", "b").getFirst().cells())
                .containsEntry("relation", "guards")
                .containsEntry("from", "2015-02-01")
                .containsEntry("to", "2015-03-01")
                .containsEntry("weight", "4");
        assertThat(ties(read, "a", "b").get(1).cell("type")).isEqualTo("directed");
    }

    @Test
    void runningNumbersOfGexfAreNoDays() throws IOException {
        var read = gexf("""
                <graph timeformat="double"><nodes><node id="a"/><node id="b"/></nodes>
                <edges><edge source="a" target="b" start="2014" end="2015"/></edges></graph>""");
        assertThat(tie(read, "a", "b").cells()).containsEntry("start", "2014").doesNotContainKey("from");
    }

    @Test
    void brokenXmlSaysWhereItBreaks() {
        assertThatThrownBy(() -> graphml("\n\n<graph><node id='a'></graph>"))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("net.graphml, line 3, column")
                .hasMessageContaining("nothing of it was loaded");
    }

    @Test
    void nothingOutsideTheFileIsReadAndNoEntityGrows() throws IOException {
        Path secret = file("secret.txt", "SECRET");
        Path outside = file("outside.graphml", """
                <?xml version="1.0"?><!DOCTYPE graphml [<!ENTITY x SYSTEM "%s">]>
                <graphml><graph><node id="a&x;"/></graph></graphml>""".formatted(secret.toUri()));
        assertThatThrownBy(() -> GraphFileSource.graphml(outside, DELIVERY)).isInstanceOf(UnreadableDelivery.class);

        var bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE graphml [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        Path growing = file("bomb.graphml", bomb + "]><graphml><graph><node id='&l11;'/></graph></graphml>");
        assertThatThrownBy(() -> GraphFileSource.graphml(growing, DELIVERY)).isInstanceOf(UnreadableDelivery.class);
    }

    @Test
    void aDocumentTypeThatOnlyNamesTheFormatDoesNotHurt() throws IOException {
        Path old = file("old.graphml", """
                <?xml version="1.0"?><!DOCTYPE graphml SYSTEM "http://nowhere.invalid/graphml.dtd">
                <graphml><graph><node id="a"/></graph></graphml>""");
        assertThat(Translated.of(GraphFileSource.graphml(old, DELIVERY)).rows("persons"))
                .hasSize(1);
    }

    @Test
    void eachFormatIsKnownByItsOutermostElement() throws IOException {
        Path graphml = file("a.xml", "<graphml><graph/></graphml>");
        Path gexf = file("b.xml", "<gexf><graph/></gexf>");
        Path neither = file("c.csv", "source,target\na,b\n");
        assertThat(GraphFileSource.looksLikeGraphml(graphml)).isTrue();
        assertThat(GraphFileSource.looksLikeGexf(graphml)).isFalse();
        assertThat(GraphFileSource.looksLikeGexf(gexf)).isTrue();
        assertThat(GraphFileSource.looksLikeGraphml(neither)).isFalse();
        assertThatThrownBy(() -> GraphFileSource.gexf(graphml, DELIVERY))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("<gexf>");
    }
}
