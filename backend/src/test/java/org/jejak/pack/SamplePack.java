package org.jejak.pack;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.network.EntityKind;
import org.jejak.network.Grade;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.VisibleRecord;

/**
 * <pre>
 *   p1 ── p2 ── p3      p1…pn a path of acquaintances, one source each;
 *               │       names in five scripts, all fictional
 *               p4 …
 * </pre>
 */
final class SamplePack {

    static final Instant WHEN = Instant.parse("2026-03-07T10:15:30Z");

    private static final List<String> NAMES = List.of(
            "Anan Example", "สมชาย ตัวอย่าง", "မောင်မောင် ဥပမာ", "محمد مثال", "王小明", "আব্দুল উদাহরণ", "Łukasz Përkëd");

    private static final byte[] PKCS8 = HexFormat.of()
            .parseHex("302e020100300506032b657004220420"
                    + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    private static final byte[] X509 = HexFormat.of()
            .parseHex("302a300506032b6570032100" + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    private SamplePack() {}

    /** The key pair of RFC 8032, 7.1, test 1. */
    static SigningKeys keys() {
        return SigningKeys.of(PKCS8, X509);
    }

    static PackContent of(int persons) {
        return of(persons, Optional.empty());
    }

    static PackContent of(int persons, Optional<String> legalBasis) {
        var entities = new ArrayList<PackContent.Entity>();
        var records = new ArrayList<VisibleRecord>();
        var links = new ArrayList<PackContent.Link>();
        records.add(record(
                "T:sources/s1",
                "sources",
                Map.of("kind", "testimony", "title", "=HYPERLINK(\"x\")", "reliability", "B", "credibility", "2")));
        for (int i = 1; i <= persons; i++) {
            var key = new Key("T:p" + i);
            String name = NAMES.get((i - 1) % NAMES.size()) + (i > NAMES.size() ? " " + i : "");
            records.add(record(key.value(), "persons", Map.of("name", name)));
            entities.add(new PackContent.Entity(
                    key,
                    EntityKind.PERSON,
                    name,
                    i % 3 == 0,
                    "",
                    i % 3 == 0 ? List.of("victim") : List.of(),
                    List.of(key)));
            if (i > 1) {
                var link = new Key("T:links/l" + i);
                var before = new Key("T:p" + (i - 1));
                var cells = new HashMap<>(
                        Map.of("subject", before.value(), "relation", "associate", "object", key.value()));
                cells.put("from", "2015-03");
                records.add(record(link.value(), "links", cells));
                links.add(new PackContent.Link(link, "links", before, key, "associate", "2015-03", ""));
            }
        }
        return new PackContent(
                "WK-2015",
                "E-1",
                Handling.AMBER,
                "trial of the first defendant",
                "prosecutor",
                WHEN,
                legalBasis,
                entities,
                links,
                records,
                Map.of("measures", List.of(), "seed", 7),
                List.of(new PackContent.Custody(WHEN, "prosecutor", "export", "WK-2015 E-1", "trial")),
                List.of(new PackContent.Withheld("note of T:p3", "free text about a victim", "ab".repeat(32))),
                List.of(new PackContent.LeftOut(
                        new Key("T:duties/d9"), "a duty explains it", List.of(new Key("T:links/l2")))),
                new TreeMap<>(Map.of(Bag.digest("SHA-256", "scan".getBytes()), "scan".getBytes())),
                "41:" + "cd".repeat(32),
                "00".repeat(16));
    }

    private static VisibleRecord record(String key, String file, Map<String, String> cells) {
        return new VisibleRecord(
                new Key(key),
                file,
                cells,
                file.equals("sources")
                        ? List.of()
                        : List.of(new VisibleRecord.Statement(
                                new Key("T:sources/s1"), new Grade('B', 2), Handling.AMBER)),
                Set.of("WK-2015"),
                ZoneId.of("Asia/Bangkok"),
                WHEN,
                WHEN);
    }
}
