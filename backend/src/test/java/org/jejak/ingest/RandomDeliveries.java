package org.jejak.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Deliveries that change, withdraw, contradict and come too early, for what must hold in any order and at any time. */
public final class RandomDeliveries {

    private RandomDeliveries() {}

    /** Five small deliveries over the same few ids. */
    public static List<Bundles> five(Random random) {
        var deliveries = new ArrayList<Bundles>();
        for (int i = 0; i < 5; i++) {
            var bundle = Bundles.bundle()
                    .delivered("2020-01-0" + (1 + random.nextInt(4)) + "T00:00:00Z")
                    .with("case", "CASE-" + random.nextInt(2))
                    .with("handling", random.nextBoolean() ? "TLP:GREEN" : "TLP:AMBER");
            bundle.file(
                    "sources",
                    rows(
                            "id,kind,reliability,handling",
                            random,
                            id -> "s" + id + ",tip," + (random.nextBoolean() ? "B" : "C") + ","
                                    + (random.nextInt(3) == 0 ? "TLP:RED" : ""),
                            2));
            bundle.file(
                    "persons",
                    rows(
                            "id,name,source",
                            random,
                            id -> "p" + id + ",N" + random.nextInt(2) + ",s" + random.nextInt(3),
                            3));
            bundle.file(
                    "places",
                    rows(
                            "id,name,kind,part_of,source",
                            random,
                            id -> "h" + id + ",N" + random.nextInt(2) + ",camp,h" + random.nextInt(3) + ",s0|s1",
                            2));
            bundle.file(
                    "phones",
                    rows(
                            "id,number,source",
                            random,
                            id -> "f" + id + ",+6012345000" + random.nextInt(2) + ",s" + random.nextInt(3),
                            2));
            bundle.file(
                    "links",
                    rows(
                            "id,subject,relation,object,source",
                            random,
                            id -> "l" + id + ",p" + random.nextInt(3) + ",uses," + (random.nextBoolean() ? "p" : "f")
                                    + random.nextInt(3) + ",s" + random.nextInt(3) + "|s9",
                            3,
                            "|s9",
                            random));
            bundle.file(
                    "withdrawals",
                    rows(
                            "id,file,row,reason",
                            random,
                            id -> {
                                String file = List.of("links", "persons", "sources", "withdrawals")
                                        .get(random.nextInt(4));
                                return "w" + id + "," + file + "," + file.charAt(0) + random.nextInt(3) + ",error";
                            },
                            1));
            deliveries.add(bundle);
        }
        return deliveries;
    }

    private interface Line {
        String of(int id);
    }

    private static String[] rows(String header, Random random, Line line, int most) {
        return rows(header, random, line, most, "", random);
    }

    private static String[] rows(String header, Random random, Line line, int most, String rarely, Random again) {
        var ids = new TreeSet<Integer>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            ids.add(random.nextInt(3));
        }
        var lines = new ArrayList<String>();
        lines.add(header);
        for (int id : ids) {
            String text = line.of(id);
            lines.add(!rarely.isEmpty() && again.nextInt(6) != 0 ? text.replace(rarely, "") : text);
        }
        return lines.toArray(String[]::new);
    }
}
