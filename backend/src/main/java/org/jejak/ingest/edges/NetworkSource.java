package org.jejak.ingest.edges;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.Namesakes;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.RowFile;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.Rows;
import org.jejak.ingest.Spelling;
import org.jejak.ingest.translation.TranslatedSource;
import org.jejak.network.EntityKind;
import org.jejak.network.RecordFile;

/**
 * A network as rows of the contract, and what is to be remarked about it.
 *
 * <p>The ids of a network are those of its file: two files of one program both number from {@code n0}. So an id that
 * stands for somebody of another name already goes in as another one, made of both, and everybody keeps their name and
 * their ties. An id without a name is who it was before; where the file is a table of ties, whose ids are mostly names
 * themselves, a mere mention of somebody who has a name neither takes it nor makes another person.
 */
final class NetworkSource implements RowSource {

    private static final int PAGE = 5_000;

    /** Opens the file as rows. */
    interface Making {
        TranslatedSource.Items open(Apart apart, Remarks remarks) throws IOException;
    }

    /**
     * What a source is about.
     *
     * @param joined whether a mere mention of an id is the one who has it elsewhere
     * @param local whether even an id without a name is worth a remark where another file has it too
     */
    record About(Delivery delivery, String name, String digest, boolean joined, boolean local) {}

    private final About about;
    private final Making making;
    private final Remarks remarks = new Remarks();
    private final List<String> before;
    private final TranslatedSource rows;

    NetworkSource(About about, Making making) throws IOException {
        this(about, making, Apart.NOBODY, List.of());
    }

    private NetworkSource(About about, Making making, Apart apart, List<String> before) throws IOException {
        this.about = about;
        this.making = making;
        this.before = before;
        this.rows =
                new TranslatedSource(about.delivery(), about.name(), about.digest(), () -> making.open(apart, remarks));
        remarks.close();
    }

    @Override
    public Delivery delivery() {
        return rows.delivery();
    }

    @Override
    public String name() {
        return rows.name();
    }

    @Override
    public String digest() {
        return rows.digest();
    }

    @Override
    public List<RowFile> files() {
        return rows.files();
    }

    @Override
    public List<String> notes() {
        var notes = new ArrayList<>(before);
        notes.addAll(remarks.texts());
        return notes;
    }

    @Override
    public RowSource besides(Namesakes known) throws IOException {
        var others = new HashMap<String, String>();
        var mentioned = new HashSet<String>();
        var said = new Remarks();
        for (RowFile file : rows.files()) {
            if (!describesEntities(file)) {
                continue;
            }
            try (Rows entities = file.open()) {
                var page = new LinkedHashMap<String, RawRow>();
                for (RawRow row = entities.next(); row != null; row = entities.next()) {
                    if (row.flaw().isEmpty() && !LineIdentity.isUnknown(row.cell("id"))) {
                        page.put(row.cell("id"), row);
                    }
                    if (page.size() >= PAGE) {
                        look(file.name(), page, known, others, mentioned, said);
                        page.clear();
                    }
                }
                look(file.name(), page, known, others, mentioned, said);
            }
        }
        var apart = new Apart(others, mentioned, FormerTies.Naming.AS_MADE);
        boolean former = known.hasTiesBut(LineIdentity.BEGINNING);
        boolean same = others.isEmpty() && mentioned.isEmpty() && said.texts().isEmpty();
        if (same && !former) {
            return this;
        }
        return new NetworkSource(about, making, former ? apart.naming(former(apart, known)) : apart, said.texts());
    }

    /** Which lines of the file stand in the store under the ids of before. */
    private FormerTies.Naming former(Apart apart, Namesakes known) throws IOException {
        var former = new FormerTies(known);
        var quiet = new Remarks();
        quiet.close();
        try (var items = making.open(apart.naming(former::look), quiet)) {
            while (items.next() != null) {
                // the naming was told of each tie
            }
        }
        return former.result();
    }

    private static boolean describesEntities(RowFile file) {
        return RecordFile.named(file.name())
                .flatMap(RecordFile::describes)
                .filter(EntityKind::isEntity)
                .isPresent();
    }

    private void look(
            String file,
            Map<String, RawRow> page,
            Namesakes known,
            Map<String, String> others,
            Set<String> mentioned,
            Remarks said) {
        var asked = new HashSet<>(page.keySet());
        page.forEach((id, row) -> asked.add(known.apart(id, name(row))));
        Map<String, Namesakes.Somebody> there = known.among(asked);
        page.forEach((id, row) -> {
            String name = name(row);
            String other = known.apart(id, name);
            Namesakes.Somebody somebody = there.get(id);
            boolean differs = somebody != null
                    && (!somebody.file().equals(file)
                            || !properName(id, somebody.name()).isEmpty()
                                    && !somebody.name().equalsIgnoreCase(name));
            if (there.containsKey(other)) {
                others.put(id, other);
                said.add(Remark.KEPT_APART, id);
            } else if (differs && about.joined() && name.isEmpty() && isMention(row)) {
                mentioned.add(id);
            } else if (differs) {
                others.put(id, other);
                said.add(Remark.KEPT_APART, id);
            } else if (somebody != null && about.local() && name.isEmpty() && isOfAnother(somebody)) {
                said.add(Remark.SAME_NUMBER, fileName(somebody));
            }
        });
    }

    /** The name that the row gives, where it is another than the id. */
    private static String name(RawRow row) {
        return properName(row.cell("id"), Namesakes.called(row.cells()));
    }

    private static String properName(String id, String name) {
        return TieRows.id(name).equals(id) ? "" : Spelling.seen(name);
    }

    private static boolean isMention(RawRow row) {
        return row.cells().size() <= 3;
    }

    private boolean isOfAnother(Namesakes.Somebody somebody) {
        return !fileName(somebody).equals(DeliveredFile.id(about.name()));
    }

    /** The file of a source made of one, whose id is its name and the beginning of its digest. */
    private static String fileName(Namesakes.Somebody somebody) {
        String source = somebody.source();
        int hash = source.lastIndexOf('#');
        int file = Math.max(source.indexOf(':'), source.indexOf('/'));
        return source.substring(file + 1, hash < 0 ? source.length() : hash);
    }
}
