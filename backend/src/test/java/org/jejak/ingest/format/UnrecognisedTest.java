package org.jejak.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jejak.ingest.UnreadableDelivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnrecognisedTest {

    @TempDir
    Path folder;

    private void isSaid(String name, String text, String... words) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        assertThatThrownBy(() -> Format.recognise(file))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContainingAll(words)
                .hasMessageContaining("--format");
    }

    @Test
    void theNearestFormatIsNamedWithWhatIsMissing() throws IOException {
        isSaid(
                "a.csv",
                "Source,goal,weight\na,b,1\n",
                "looks like an edge list, but has no column target",
                "goal, weight");
        isSaid("b.csv", "from,to,duration\na,b,1\n", "name --format edges", "duration");
        isSaid("c.xml", "<gpx><trk/></gpx>", "<gpx>", "not <graphml> or <gexf>");
        isSaid("d.graphml", "not XML", "d.graphml", "does not begin like XML");
        isSaid("e.csv", "colour,shape\nred,round\n", "looks like a table", "colour, shape");
        isSaid("g.csv", "ada,bo,3\nbo,cy,1\n", "without a header", "ada, bo, 3", "source,target");
        isSaid("h.csv", "Source Target\nada bo\n", "parted by blanks (Source Target)");
        isSaid("f.bin", "nothing", "none of the formats");
    }

    @Test
    void whatIsOfAFormatIsOfIt() throws IOException {
        assertThat(Format.recognise(Files.writeString(folder.resolve("g.csv"), "from,to\na,b\n")))
                .isEqualTo(Format.EDGES);
    }
}
