package org.jejak.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jejak.access.Viewers;
import org.jejak.analysis.RunControl;
import org.jejak.ingest.LoadOptions;
import org.jejak.ingest.Loads;
import org.jejak.ingest.bundle.BundleSource;
import org.jejak.investigation.Investigations;
import org.jejak.projection.NetworkQuestion;

/** A case of many contacts between 2,000 phones, loaded and asked, in a home of its own that is removed afterwards. */
record ContactsBench(int contacts) {

    private static final int PEOPLE = 2_000;

    TreeMap<String, Object> run() throws IOException {
        Path folder = Files.createTempDirectory("jejak-bench");
        try {
            return in(folder);
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        }
    }

    private TreeMap<String, Object> in(Path folder) throws IOException {
        Path bundle = write(folder.resolve("bundle"));
        var place = new Place();
        place.home = folder.resolve("home");
        place.keys = folder.resolve("keys");
        var measured = new TreeMap<String, Object>();
        measured.put("bench", "contacts");
        measured.put("contacts", contacts);
        measured.put("processors", Runtime.getRuntime().availableProcessors());
        try (var opened = place.open();
                var source = BundleSource.open(bundle)) {
            var viewers = opened.get(Viewers.class);
            var loads = opened.get(Loads.class);
            long begun = System.nanoTime();
            loads.load(viewers.operator(), source, LoadOptions.defaults().refusedTo(folder.resolve("refused")));
            double seconds = (System.nanoTime() - begun) / 1e9;
            measured.put("loadSeconds", Math.round(seconds * 10) / 10.0);
            measured.put("contactsPerSecond", Math.round(contacts / seconds));
            var viewer = viewers.operator();
            long asked = System.nanoTime();
            var answer = opened.get(Investigations.class)
                    .brokers(viewer, NetworkQuestion.of(viewer.cases()), 1, RunControl.PLAIN);
            measured.put("brokersSeconds", Math.round((System.nanoTime() - asked) / 1e8) / 10.0);
            measured.put("persons", answer.network().snapshot().size());
            measured.put("ties", answer.network().snapshot().tieCount());
        }
        return measured;
    }

    /** People with a phone each, and calls between them at random; the same bytes each time. */
    private Path write(Path bundle) throws IOException {
        Files.createDirectories(bundle);
        Files.writeString(
                bundle.resolve("bundle.json"),
                "{\"format\":\"jejak-records/1\",\"namespace\":\"BENCH\",\"case\":\"BENCH\","
                        + "\"delivered\":\"2020-01-01T00:00:00Z\",\"country\":\"MY\"}");
        Files.writeString(bundle.resolve("sources.csv"), "id,kind\ns1,phone_record\n");
        try (var persons = Files.newBufferedWriter(bundle.resolve("persons.csv"));
                var phones = Files.newBufferedWriter(bundle.resolve("phones.csv"));
                var links = Files.newBufferedWriter(bundle.resolve("links.csv"))) {
            persons.write("id,name,source\n");
            phones.write("id,number,source\n");
            links.write("id,subject,relation,object,source\n");
            for (int i = 0; i < PEOPLE; i++) {
                persons.write("p" + i + ",Fictional Person " + i + ",s1\n");
                phones.write("f" + i + ",+6012" + (3_000_000 + i) + ",s1\n");
                links.write("l" + i + ",p" + i + ",uses,f" + i + ",s1\n");
            }
        }
        try (var calls = Files.newBufferedWriter(bundle.resolve("contacts.csv"))) {
            calls(calls);
        }
        return bundle;
    }

    private void calls(BufferedWriter out) throws IOException {
        var random = new SplittableRandom(1);
        out.write("id,a,b,time,duration_s,channel,source\n");
        for (int i = 0; i < contacts; i++) {
            int a = random.nextInt(PEOPLE);
            int b = (a + 1 + random.nextInt(PEOPLE - 1)) % PEOPLE;
            out.write("c" + i + ",f" + a + ",f" + b + ",2015-0" + (1 + random.nextInt(9)) + "-"
                    + (10 + random.nextInt(18)) + "T" + (10 + random.nextInt(10)) + ":" + (10 + random.nextInt(50))
                    + "," + random.nextInt(600) + ",call,s1\n");
        }
    }
}
