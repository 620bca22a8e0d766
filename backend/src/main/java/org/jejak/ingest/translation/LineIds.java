package org.jejak.ingest.translation;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.MadeId;
import org.jejak.ingest.MadeIds;

/**
 * Ids for lines of a table that has none. A line is known by the name of its file and by some of its cells, never by its
 * place: in a corrected file of the same name lines that were put in before it do not move it, and nobody is taken for
 * their neighbour. Lines alike in these cells are told apart by their number among them, so that none is lost.
 */
public final class LineIds {

    private final String file;
    private final MadeIds ids;
    private final Long2IntOpenHashMap alike = new Long2IntOpenHashMap();

    public LineIds(DeliveredFile file, MadeIds ids) {
        this.file = file.unpackedName();
        this.ids = ids;
    }

    /**
     * @param kind what the line is known by: equal cells of two kinds are two lines
     * @param cells in order
     */
    public String of(String kind, List<String> cells) {
        return made(kind, cells.stream().map(MadeId.Part::fixed).toList()).id();
    }

    /**
     * The same, with what the id was made of.
     *
     * @param parts cells in order, each with the column of a row that corrects it
     */
    public MadeId made(String kind, List<MadeId.Part> parts) {
        var known = new ArrayList<MadeId.Part>();
        known.add(MadeId.Part.fixed(file));
        known.addAll(parts);
        MadeId made = MadeId.byVault(ids, kind, known, "");
        // where two ids that are not equal collide here, one of them gets a number that it would not need
        int before = alike.addTo(bits(made.id()), 1);
        return before == 0 ? made : MadeId.byVault(ids, kind, known, "#" + (before + 1));
    }

    /** All of a line. */
    public String of(Table.Line line) {
        return made(line).id();
    }

    /** All of a line, none of it corrected by any row. */
    public MadeId made(Table.Line line) {
        return made(line, List.of());
    }

    /**
     * The same, with the columns in which nothing stands: a row that is corrected may say something there.
     *
     * @param columns of the table, in order
     */
    public MadeId made(Table.Line line, List<String> columns) {
        var all = new LinkedHashSet<>(columns);
        all.addAll(line.cells().keySet());
        var parts = new ArrayList<MadeId.Part>();
        for (String column : all) {
            parts.add(MadeId.Part.fixed(column));
            parts.add(MadeId.Part.fixed(line.cell(column)));
        }
        return made(MadeId.WHOLE_LINE, parts);
    }

    private static long bits(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        long bits = 0xcbf29ce484222325L;
        for (byte b : bytes) {
            bits = (bits ^ b) * 0x100000001b3L;
        }
        return bits;
    }
}
