package org.jejak.pack;

import static org.jejak.pack.ReportPage.SMALL;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jejak.analysis.StopSignal;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.VisibleRecord;
import org.openpdf.text.pdf.PdfPTable;

/**
 * {@code report.pdf}: the pack for a reader with paper. Every person and link has a number here that the picture and the
 * tables share.
 */
final class Report {

    private static final int CIRCLES_IN_PICTURE = 60;

    private final PackContent content;
    private final ReportPage page;
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final Map<Key, VisibleRecord> records;

    private Report(PackContent content, ReportPage page) {
        this.content = content;
        this.page = page;
        this.records = Tables.byKey(content);
        for (var entity : content.entities()) {
            numbers.put(entity.key(), numbers.size() + 1);
        }
    }

    static byte[] of(PackContent content, String graphSha256, String statementsSha256, StopSignal stop) {
        var bytes = new ByteArrayOutputStream();
        try (var page = ReportPage.open(bytes, content, stop)) {
            var report = new Report(content, page);
            report.cover(graphSha256, statementsSha256);
            report.summary();
            report.picture();
            report.entities();
            report.links();
            report.sources();
            report.contrary();
            report.withheld();
            report.method();
            report.custody();
        }
        return ReportPage.withoutChance(
                bytes.toByteArray(),
                Bag.digest(
                        "SHA-256",
                        (graphSha256 + statementsSha256 + content.when()).getBytes(StandardCharsets.US_ASCII)));
    }

    private void cover(String graphSha256, String statementsSha256) {
        page.title("Evidence pack");
        var facts = page.pairs();
        fact(facts, "Case", content.caseRef());
        fact(facts, "Exhibit", content.exhibit());
        fact(facts, "Handling", content.handling().label());
        fact(facts, "Purpose", content.why());
        fact(facts, "Exported by", content.who());
        fact(facts, "Exported at", content.when().toString());
        fact(
                facts,
                "Identities",
                content.legalBasis()
                        .map(basis -> "victims and witnesses are NAMED; legal basis: " + basis)
                        .orElse("victims and witnesses stand under pseudonyms that mean nothing outside this pack"));
        fact(facts, "Log entry", content.auditHead());
        fact(facts, "SHA-256 of data/graph.json", graphSha256);
        fact(facts, "SHA-256 of data/statements.jsonl", statementsSha256);
        page.add(facts);
        page.paragraph("Check this pack with jejak-verify.jar, which needs neither the database nor a network. It says"
                + " whether anything was changed since the pack was signed, and by which key it was signed; whether that"
                + " key is the signer's must be asked of the signer by another way.");
    }

    private void summary() {
        page.heading("Summary");
        var kinds = new TreeMap<EntityKind, Integer>();
        content.entities().forEach(e -> kinds.merge(e.kind(), 1, Integer::sum));
        var facts = page.pairs();
        kinds.forEach((kind, count) -> fact(facts, kind.label(), String.valueOf(count)));
        fact(facts, "Links", String.valueOf(content.links().size()));
        fact(facts, "Records", String.valueOf(content.records().size()));
        fact(facts, "Withheld", String.valueOf(content.withheld().size()));
        fact(
                facts,
                "Left out, though they speak against or explain",
                String.valueOf(content.leftOut().size()));
        page.add(facts);
        page.paragraph("A link says that a record connects two of the things listed here, and nothing about guilt. How"
                + " far each record is trusted is its grade: reliability of the source from A (best) to E, credibility"
                + " of what it says from 1 (best) to 5; F and 6 mean that it cannot be judged.");
        if (!ReportFonts.isShaped()) {
            page.paragraph("This report was made on a machine that cannot shape scripts: Thai, Burmese, Khmer, Bengali"
                    + " and Arabic words may show their letters side by side. The other files of the pack are not"
                    + " affected.");
        }
    }

    private void picture() {
        page.heading("Picture");
        var most = new HashMap<Key, Integer>();
        for (var link : content.links()) {
            most.merge(link.a(), 1, Integer::sum);
            most.merge(link.b(), 1, Integer::sum);
        }
        List<PackContent.Entity> drawn = content.entities().stream()
                .sorted(java.util.Comparator.comparing((PackContent.Entity e) -> -most.getOrDefault(e.key(), 0))
                        .thenComparing(PackContent.Entity::key))
                .limit(CIRCLES_IN_PICTURE)
                .toList();
        page.add(ReportPicture.of(page, drawn, content.links(), numbers));
        page.paragraph(
                drawn.size() < content.entities().size()
                        ? "The " + drawn.size() + " with most links of "
                                + content.entities().size()
                                + ". Numbers are those of the next table; what stands near has no meaning beyond its links."
                        : "Numbers are those of the next table; what stands near has no meaning beyond its links.");
    }

    private void entities() {
        page.heading("Persons and things");
        var table = page.table(new float[] {0.6f, 1.2f, 3f, 2.2f, 2.6f}, "No", "Kind", "Name", "Roles", "Key");
        for (var entity : content.entities()) {
            page.row(
                    table,
                    String.valueOf(numbers.get(entity.key())),
                    entity.kind().label(),
                    entity.name() + (entity.pseudonym() ? " (pseudonym)" : ""),
                    String.join(", ", entity.roles()),
                    entity.key().value());
        }
        page.add(table);
    }

    private void links() {
        page.heading("Links and what each rests on");
        var table = page.table(
                new float[] {0.7f, 2.2f, 1.5f, 2.2f, 1.7f, 2.6f},
                "No",
                "Who",
                "Relation",
                "Whom or what",
                "When",
                "Record; sources with grades");
        int number = 0;
        for (var link : content.links()) {
            page.row(
                    table,
                    "L" + ++number,
                    name(link.a()),
                    link.relation(),
                    name(link.b()),
                    link.to().isEmpty() ? link.from() : link.from() + " to " + link.to(),
                    link.record() + "; " + grades(link.record()));
        }
        page.add(table);
    }

    private String name(Key key) {
        Integer number = numbers.get(key);
        return number == null
                ? key.value()
                : number + " " + content.entities().get(number - 1).name();
    }

    private String grades(Key key) {
        var record = records.get(key);
        return record == null
                ? ""
                : GraphJson.statementsOf(record).stream()
                        .map(s -> s.source() + " " + s.grade())
                        .collect(Collectors.joining(", "));
    }

    private void sources() {
        page.heading("Sources");
        var table = page.table(
                new float[] {2.4f, 1.3f, 2.4f, 1.4f, 1.8f, 0.8f}, "Key", "Kind", "Title", "Date", "Origin", "Grade");
        for (var record : content.records()) {
            if (record.file().equals("sources")) {
                page.row(
                        table,
                        record.key().value(),
                        record.cell("kind"),
                        record.cell("title"),
                        record.cell("date"),
                        record.cell("origin"),
                        record.cell("reliability") + record.cell("credibility"));
            }
        }
        page.add(table);
    }

    private void contrary() {
        page.heading("What speaks against, and what explains");
        var inside = new ArrayList<VisibleRecord>();
        content.records().stream().filter(r -> r.isTrue("contradicts")).forEach(inside::add);
        if (inside.isEmpty() && content.leftOut().isEmpty()) {
            page.paragraph(
                    "No record that the exporter could see contradicts what is in this pack, and no record of duty"
                            + " explains a link in it.");
            return;
        }
        var table = page.table(new float[] {2.5f, 1.5f, 3f, 3f}, "Record", "Where", "Why it matters", "For");
        for (var record : inside) {
            page.row(
                    table,
                    record.key().value(),
                    "in this pack",
                    "contradicts " + record.cell("property"),
                    record.cell("entity"));
        }
        for (var left : content.leftOut()) {
            page.row(
                    table,
                    left.record().value(),
                    "LEFT OUT",
                    left.why(),
                    left.about().stream().map(Key::value).collect(Collectors.joining(", ")));
        }
        page.add(table);
    }

    private void withheld() {
        page.heading("Withheld");
        if (content.withheld().isEmpty()) {
            page.paragraph("Nothing was withheld.");
            return;
        }
        var table = page.table(new float[] {3.5f, 3.5f, 3f}, "What", "Why", "SHA-256 of the original");
        content.withheld().forEach(w -> page.row(table, w.what(), w.why(), w.sha256()));
        page.add(table);
    }

    private void method() {
        page.heading("Method");
        var facts = page.pairs();
        flatten("", content.method(), facts);
        page.add(facts);
    }

    private static final int LONGEST_VALUE = 2000;

    private void flatten(String path, Object value, PdfPTable facts) {
        if (value instanceof Map<?, ?> map) {
            var sorted = new TreeMap<String, Object>();
            map.forEach((k, v) -> sorted.put(String.valueOf(k), v));
            sorted.forEach((k, v) -> flatten(path.isEmpty() ? k : path + "." + k, v, facts));
        } else {
            String text = String.valueOf(value);
            fact(
                    facts,
                    path,
                    text.length() <= LONGEST_VALUE
                            ? text
                            : text.substring(0, LONGEST_VALUE) + " … (whole in data/method.json)");
        }
    }

    private void custody() {
        page.heading("Custody");
        var table = page.table(new float[] {2.3f, 1.5f, 1.5f, 3f, 2.5f}, "When", "Who", "Did", "To what", "Why");
        content.custody()
                .forEach(c -> page.row(table, c.at().toString(), c.actor(), c.action(), c.object(), c.reason()));
        page.add(table);
    }

    private void fact(PdfPTable table, String name, String value) {
        table.addCell(page.cell(page.fonts().bold(name, SMALL)));
        table.addCell(page.cell(page.fonts().text(value, SMALL)));
    }
}
