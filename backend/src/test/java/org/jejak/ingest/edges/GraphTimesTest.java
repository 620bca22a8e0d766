package org.jejak.ingest.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jejak.ingest.CheckedRow;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.Translated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GEXF that lives in time: when an edge is there, what it weighs then, what a node was when. */
class GraphTimesTest {

    @TempDir
    Path folder;

    private Translated gexf(String format, String edges) throws IOException {
        Path file = Files.writeString(folder.resolve("net.gexf"), """
                <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
                <graph mode="dynamic" defaultedgetype="undirected" timeformat="%s">
                <attributes class="edge" mode="dynamic"><attribute id="9" title="Weight" type="float"/></attributes>
                <attributes class="node" mode="dynamic"><attribute id="0" title="rank" type="string"/></attributes>
                <nodes><node id="a"><attvalues><attvalue for="0" value="cook" start="2014-01-01" endopen="2015-01-01"/>
                <attvalue for="0" value="skipper" start="2015-01-01"/></attvalues>
                <spells><spell start="2014-01-01" end="2014-02-01"/><spell start="2016-01-01"/></spells></node>
                <node id="b"/></nodes>
                <edges>%s</edges></graph></gexf>""".formatted(format, edges));
        return Translated.of(GraphFileSource.gexf(file, Delivery.of("NET", "CASE-1")));
    }

    private static List<String> ties(Translated read) {
        return read.rows("links").stream()
                .map(r -> r.cell("from") + "/" + r.cell("to") + " " + r.cell("weight"))
                .toList();
    }

    @Test
    void aWeightThatChangesIsOneRowForEachTime() throws IOException {
        var read = gexf("date", """
                <edge id="0" source="a" target="b" weight="1.0"><attvalues>
                <attvalue for="9" value="2" start="2014-01-01" endopen="2014-07-01"/>
                <attvalue for="9" value="5" startopen="2014-06-30" end="2014-12-31"/></attvalues></edge>""");
        assertThat(read.refused()).isEmpty();
        assertThat(ties(read)).containsExactly("2014-01-01/2014-06-30 2", "2014-07-01/2014-12-31 5");
        assertThat(read.rows("links")).extracting(CheckedRow::key).doesNotHaveDuplicates();
    }

    @Test
    void anEdgeIsThereAsOftenAsItsSpellsSayAndWeighsWhatItDoesThen() throws IOException {
        var read = gexf("date", """
                <edge id="0" source="a" target="b" weight="3" start="2010-01-01" end="2019-01-01">
                <spells><spell start="2014-01-01" end="2014-03-31"/><spell start="2015-01-01" end="2015-03-31"/></spells>
                <attvalues><attvalue for="9" value="8" start="2013-01-01" end="2014-02-28"/></attvalues></edge>""");
        assertThat(ties(read)).containsExactly("2014-01-01/2014-02-28 8", "2015-01-01/2015-03-31 3");
    }

    @Test
    void intervalsAndMomentsOfTheNewerFormAreReadToo() throws IOException {
        var read = gexf("date", """
                <edge id="0" source="a" target="b" intervals="&lt;[2014-01-01, 2014-02-01];[2015-01-01, 2015-02-01)&gt;"/>
                <edge id="1" source="b" target="a" timestamps="&lt;[2014-05-01, 2014-06-01]&gt;"/>
                <edge id="2" source="b" target="b" timestamp="2014-08-01" end="Infinity"/>""");
        assertThat(ties(read))
                .containsExactly(
                        "2014-01-01/2014-02-01 ",
                        "2015-01-01/2015-01-31 ",
                        "2014-05-01/2014-05-01 ",
                        "2014-06-01/2014-06-01 ",
                        "2014-08-01/ ");
    }

    @Test
    void aClockOfTheFilesOwnIsKeptAndNoDay() throws IOException {
        var read = gexf("double", """
                <edge id="0" source="a" target="b"><attvalues><attvalue for="9" value="2" start="0.0" end="3.0"/>
                <attvalue for="9" value="4" start="3.0" end="9.0"/></attvalues></edge>""");
        assertThat(ties(read)).containsExactly("/ 2", "/ 4");
        assertThat(read.rows("links")).extracting(r -> r.cell("start")).containsExactly("0.0", "3.0");
        assertThat(read.rows("statements")).isEmpty();
    }

    @Test
    void aWeightNobodyAnnouncedIsTheWeightInAnyCaseOfLetters() throws IOException {
        var read = gexf("date", """
                <edge id="0" source="a" target="b" weight="1.0"><attvalues><attvalue for="WEIGHT" value="8.0"/></attvalues></edge>
                <edge id="1" source="a" target="b"><attvalues><attvalue for="weight" value="4"/></attvalues></edge>""");
        assertThat(ties(read)).containsExactly("/ 8.0", "/ 4");
    }

    @Test
    void whatANodeWasForATimeIsAStatementAboutIt() throws IOException {
        var read = gexf("date", "");
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("statements"))
                .extracting(r -> String.join(
                        " ",
                        r.cell("entity"),
                        r.cell("property"),
                        r.cell("value"),
                        r.cell("from") + "/" + r.cell("to")))
                .containsExactly(
                        "NET:a rank cook 2014-01-01/2014-12-31",
                        "NET:a rank skipper 2015-01-01/",
                        "NET:a present true 2014-01-01/2014-02-01",
                        "NET:a present true 2016-01-01/");
        assertThat(read.row("persons", "NET:a").cell("rank")).contains("cook", "skipper");
    }
}
