package org.jejak.ingest.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jejak.ingest.CheckedRow;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.Translated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, kinds and relations as the programs write them that people draw and count networks with. */
class GraphProgramsTest {

    @TempDir
    Path folder;

    private RowSource source(String inside) throws IOException {
        Path file = Files.writeString(
                folder.resolve("net.graphml"),
                "<graphml xmlns='http://graphml.graphdrawing.org/xmlns' xmlns:y='http://www.yworks.com/xml/graphml'>"
                        + inside + "</graphml>");
        return GraphFileSource.graphml(file, Delivery.of("NET", "CASE-1"));
    }

    private Translated graphml(String inside) throws IOException {
        return Translated.of(source(inside));
    }

    private static List<String> names(Translated read) {
        return read.rows("persons").stream().map(r -> r.cell("name")).toList();
    }

    private static List<String> relations(Translated read) {
        return read.rows("links").stream().map(r -> r.cell("relation")).toList();
    }

    @Test
    void yedNamesByItsFirstLabelAndTiesByTheLabelOfTheEdge() throws IOException {
        var read = graphml("""
                <key for="node" id="d1" yfiles.type="nodegraphics"/><key for="edge" id="d2" yfiles.type="edgegraphics"/>
                <graph edgedefault="directed"><node id="n0" yfiles.foldertype="group"><data key="d1"><y:ProxyAutoBoundsNode>
                <y:Realizers active="0"><y:GroupNode><y:NodeLabel>Harbour
                </y:NodeLabel></y:GroupNode><y:GroupNode><y:NodeLabel>Folder 3</y:NodeLabel></y:GroupNode></y:Realizers>
                </y:ProxyAutoBoundsNode></data><graph><node id="n0::n0"><data key="d1"><y:ShapeNode>
                <y:NodeLabel hasText="false"/><y:NodeLabel>Gita</y:NodeLabel><y:NodeLabel>Dock 7</y:NodeLabel></y:ShapeNode>
                </data></node></graph></node><node id="n1"><data key="d1"><y:ShapeNode/></data></node>
                <edge id="e0" source="n0" target="n0::n0"><data key="d2"><y:PolyLineEdge>
                <y:EdgeLabel>Works for<y:LabelModel/></y:EdgeLabel></y:PolyLineEdge></data></edge>
                <edge id="e1" source="n0" target="n1"><data key="d2"><y:PolyLineEdge/></data></edge></graph>""");
        assertThat(names(read)).containsExactly("Harbour", "Gita", "n1");
        assertThat(read.row("persons", "NET:n0%3A%3An0").cell("yfiles further labels"))
                .isEqualTo("Dock 7");
        assertThat(relations(read)).containsExactly("works_for", "associate");
    }

    @Test
    void cytoscapeAnnouncesKeysTwiceAndForTheOtherKind() throws IOException {
        String keys = """
                <key attr.name="shared name" for="node" id="shared name"/><key attr.name="name" for="node" id="name"/>
                <key attr.name="interaction" for="node" id="interaction"/>""";
        var read = graphml(keys + keys + """
                <key attr.name="name" for="edge" id="name"/><graph edgedefault="directed">
                <node id="61"><data key="shared name">Hana</data><data key="name">Hana</data></node>
                <node id="62"><data key="shared name">Isak</data></node>
                <edge source="61" target="62"><data key="name">Hana (recruits) Isak</data>
                <data key="interaction">recruits</data></edge></graph>""");
        assertThat(names(read)).containsExactly("Hana", "Isak");
        assertThat(relations(read)).containsExactly("recruits");
        assertThat(read.rows("links").getFirst().cell("name")).isEqualTo("Hana (recruits) Isak");
    }

    @Test
    void gephiWritesIdAndLabelOfAnEdgeAsAttributes() throws IOException {
        var read = graphml("""
                <key attr.name="Edge Label" for="edge" id="el"/><key attr.name="Edge Id" for="edge" id="ei"/>
                <key attr.name="Weight" for="edge" id="w"/><graph edgedefault="undirected"><node id="n1"/><node id="n2"/>
                <edge source="n1" target="n2"><data key="ei">51</data><data key="el">family</data><data key="w">3.0</data></edge>
                <edge source="n1" target="n2"><data key="ei">52</data><data key="el">family</data></edge></graph>""");
        assertThat(relations(read)).containsExactly("family", "family");
        assertThat(read.rows("links"))
                .extracting(r -> r.key().value())
                .containsExactly(
                        "NET:links/" + new LineIdentity.Known("51", "n1", "n2", "", "").id(1),
                        "NET:links/" + new LineIdentity.Known("52", "n1", "n2", "", "").id(1));
        assertThat(read.rows("links").getFirst().cell("weight")).isEqualTo("3.0");
    }

    @Test
    void igraphWritesNoIdsAndNetworkxWritesThemForEachPair() throws IOException {
        var igraph = graphml("""
                <key id="v_name" for="node" attr.name="name"/><key id="e_w" for="edge" attr.name="weight"/>
                <graph edgedefault="undirected"><node id="n0"><data key="v_name">Jo</data></node><node id="n1"/>
                <edge source="n0" target="n1"><data key="e_w">2</data></edge>
                <edge source="n0" target="n1"><data key="e_w">2</data></edge></graph>""");
        assertThat(names(igraph)).containsExactly("Jo", "n1");
        assertThat(igraph.rows("links")).extracting(CheckedRow::key).hasSize(2).doesNotHaveDuplicates();
        var networkx = graphml("""
                <graph edgedefault="directed"><edge source="x" target="y" id="0"/><edge source="y" target="x" id="0"/>
                <edge source="x" target="y" id="1"/><edge source="y" target="z" id="0"/></graph>""");
        assertThat(networkx.rows("links"))
                .extracting(CheckedRow::key)
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    @Test
    void aNodeThatIsLabelledAsATelephoneIsNoPerson() throws IOException {
        var source = source("""
                <key id="labels" for="node" attr.name="labels"/><key id="number" for="node" attr.name="number"/>
                <key id="name" for="node" attr.name="name"/><key id="label" for="edge" attr.name="label"/>
                <graph edgedefault="directed"><node id="n7" labels=":Person"><data key="labels">:Person</data>
                <data key="name">Kim</data></node><node id="n8" labels=":Phone"><data key="labels">:Phone</data>
                <data key="number">+60130000007</data></node><node id="n9" labels=":Location"><data key="name">Pier 4</data></node>
                <node id="n10" labels=":Crime"/><edge id="e0" source="n7" target="n8" label="USES"><data key="label">USES</data></edge>
                </graph>""");
        var read = Translated.of(source);
        assertThat(read.refused()).isEmpty();
        assertThat(names(read)).containsExactly("Kim", "n10");
        assertThat(read.row("phones", "NET:n8").cell("number")).isEqualTo("+60130000007");
        assertThat(read.row("places", "NET:n9").cell("name")).isEqualTo("Pier 4");
        assertThat(relations(read)).containsExactly("uses");
        assertThat(source.notes()).singleElement().satisfies(n -> assertThat(n).contains("1 (:Crime)"));
    }

    @Test
    void aNodeThatIsNobodyIsSomebodyElseAtEachOfItsEdges() throws IOException {
        var source = source("""
                <key id="v" for="node" attr.name="name"/><key id="p" for="node" attr.name="port"/>
                <graph edgedefault="undirected"><edge source="n1" target="n0"/>
                <node id="n0"><data key="v">NA</data><data key="p">west</data></node>
                <node id="n1"><data key="v">Lea</data></node><node id="n2"><data key="v">Mo</data></node>
                <edge source="n0" target="n2"/></graph>""");
        var read = Translated.of(source);
        assertThat(names(read)).containsExactlyInAnyOrder("Lea", "Mo", "", "");
        assertThat(read.rows("persons"))
                .filteredOn(r -> r.cell("name").isEmpty())
                .allSatisfy(r -> assertThat(r.cell("port")).isEqualTo("west"));
        assertThat(source.notes()).singleElement().satisfies(n -> assertThat(n).contains("say nobody: 2 (n0)"));
    }
}
