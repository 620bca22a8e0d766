package org.jejak.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jejak.access.Viewers;
import org.jejak.ingest.LoadOptions;
import org.jejak.ingest.LoadProgress;
import org.jejak.ingest.Loads;
import org.jejak.ingest.bench.PlainLoad;
import org.jejak.ingest.bundle.BundleSource;

/**
 * {@code bench load}: half passages, a quarter shifts, a quarter contacts, and in the same run and store the same rows
 * once more by {@code LOAD CSV}.
 */
final class LoadBench {

    private static final int PEOPLE = 5_000;
    private static final int VEHICLES = 5_000;
    private static final int PLACES = 200;

    private final int rows;

    LoadBench(int rows) {
        this.rows = rows;
    }

    TreeMap<String, Object> run() throws IOException {
        Path folder = Files.createTempDirectory("jejak-bench");
        var place = new Place();
        place.home = folder.resolve("home");
        place.keys = folder.resolve("keys");
        try (var opened = place.open()) {
            return run(opened, folder);
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        }
    }

    private TreeMap<String, Object> run(Opened opened, Path folder) throws IOException {
        Path bundle = write(folder.resolve("bundle"));
        var viewer = opened.get(Viewers.class).operator();
        var measured = new TreeMap<String, Object>();
        var ticks = new Ticks();
        long begun = System.nanoTime();
        try (var source = BundleSource.open(bundle)) {
            opened.get(Loads.class)
                    .load(
                            viewer,
                            source,
                            LoadOptions.defaults()
                                    .refusedTo(folder.resolve("refused"))
                                    .reportingTo(ticks));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        var plain = opened.get(PlainLoad.class).load(bundle);
        if (plain.rows() != rows) {
            throw new IllegalStateException("LOAD CSV wrote " + plain.rows() + " of " + rows + " rows");
        }
        measured.put("bench", "load");
        measured.put("processors", Runtime.getRuntime().availableProcessors());
        measured.put("rows", rows);
        measured.put("loadSeconds", tenths(seconds));
        measured.put("rowsPerSecond", Math.round(rows / seconds));
        measured.put("firstTenthRowsPerSecond", Math.round(ticks.rate(0, 0.1)));
        measured.put("lastTenthRowsPerSecond", Math.round(ticks.rate(0.9, 1)));
        measured.put("loadCsvSeconds", tenths(plain.seconds()));
        measured.put("timesLoadCsv", Math.round(seconds / plain.seconds() * 100) / 100.0);
        peakMemory().ifPresent(mib -> measured.put("peakMemoryMib", mib));
        return measured;
    }

    private static double tenths(double seconds) {
        return Math.round(seconds * 10) / 10.0;
    }

    /** What the process took at most, where the system says so. */
    private static Optional<Long> peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return Optional.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmHWM:"))
                .map(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
                .findFirst();
    }

    /** How many rows were in at which instant. */
    private static final class Ticks implements LoadProgress {

        private final List<long[]> at = new ArrayList<>(List.of(new long[] {System.nanoTime(), 0}));

        @Override
        public void at(String file, long rows, long of) {
            at.add(new long[] {System.nanoTime(), rows});
        }

        /** Rows a second between two shares of all rows. */
        double rate(double from, double to) {
            long all = at.getLast()[1];
            long[] first =
                    at.stream().filter(t -> t[1] >= all * from).findFirst().orElseThrow();
            long[] last = at.stream().filter(t -> t[1] >= all * to).findFirst().orElseThrow();
            return (last[1] - first[1]) * 1e9 / Math.max(1, last[0] - first[0]);
        }
    }

    private Path write(Path bundle) throws IOException {
        Files.createDirectories(bundle);
        Files.writeString(
                bundle.resolve("bundle.json"),
                "{\"format\":\"jejak-records/1\",\"namespace\":\"BENCH\",\"case\":\"BENCH\","
                        + "\"delivered\":\"2020-01-01T00:00:00Z\",\"country\":\"MY\"}");
        Files.writeString(bundle.resolve("sources.csv"), "id,kind\ns1,gate_log\ns2,roster\ns3,phone_record\n");
        lines(bundle, "persons", "id,name,source", PEOPLE, (i, r) -> "p" + i + ",Fictional Person " + i + ",s2");
        lines(bundle, "places", "id,name,kind,source", PLACES, (i, r) -> "g" + i + ",Gate " + i + ",checkpoint,s1");
        lines(bundle, "vehicles", "id,kind,registration,source", VEHICLES, (i, r) -> "v" + i + ",van,W" + i + "X,s1");
        lines(bundle, "phones", "id,number,source", PEOPLE, (i, r) -> "f" + i + ",+6012" + (3_000_000 + i) + ",s3");
        lines(
                bundle,
                "contacts",
                "id,a,b,time,duration_s,channel,source",
                rows / 4,
                (i, r) -> "c" + i + ",f" + r.nextInt(PEOPLE) + ",f" + r.nextInt(PEOPLE) + "," + time(r) + ","
                        + r.nextInt(600) + ",call,s3");
        lines(
                bundle,
                "passages",
                "id,subject,place,time,direction,outcome,source",
                rows / 2,
                (i, r) -> "q" + i + ",v" + r.nextInt(VEHICLES) + ",g" + r.nextInt(PLACES) + "," + time(r)
                        + (r.nextBoolean() ? ",in," : ",out,") + "cleared,s1");
        lines(bundle, "shifts", "id,official,place,start,end,planned,source", rows / 4, (i, r) -> {
            String day = time(r).substring(0, 10);
            return "t" + i + ",p" + r.nextInt(PEOPLE) + ",g" + r.nextInt(PLACES) + "," + day + "T08:00," + day
                    + "T16:00,true,s2";
        });
        return bundle;
    }

    private static String time(SplittableRandom random) {
        return "2015-0" + (1 + random.nextInt(9)) + "-" + (10 + random.nextInt(18)) + "T" + (10 + random.nextInt(10))
                + ":" + (10 + random.nextInt(50));
    }

    private interface Line {
        String of(int number, SplittableRandom random);
    }

    /** The same bytes each time. */
    private static void lines(Path bundle, String file, String header, int count, Line line) throws IOException {
        var random = new SplittableRandom(file.hashCode());
        try (BufferedWriter out = Files.newBufferedWriter(bundle.resolve(file + ".csv"))) {
            out.write(header + "\n");
            for (int i = 0; i < count; i++) {
                out.write(line.of(i, random) + "\n");
            }
        }
    }
}
