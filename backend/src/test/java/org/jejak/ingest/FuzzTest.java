package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jejak.ingest.bundle.BundleSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged bundles through the reading stage: never an exception but the one that says what is wrong, every row counted,
 * and every row that the damage did not touch taken as if nothing had happened.
 */
class FuzzTest {

    @TempDir
    Path folder;

    @Test
    void eightHundredDamagedBundlesLoseNoGoodRow() throws IOException {
        damage(800, 1, 300);
    }

    @Test
    @Tag("full")
    void twelveThousandDamagedBundlesLoseNoGoodRow() throws IOException {
        damage(12_000, 2, 400);
    }

    /** A bundle with something of everything in it, as bytes by name. */
    static Map<String, byte[]> whole() {
        var files = new TreeMap<String, byte[]>();
        put(
                files,
                "bundle.json",
                "{\"format\":\"jejak-records/1\",\"namespace\":\"TEST\",\"case\":\"FUZZ\",\"country\":\"MY\"}");
        put(files, "sources.csv", "id,kind,title,reliability,credibility\ns1,testimony,First,B,2\ns2,tip,Second,D,\n");
        var persons = new StringBuilder("id,name,aliases,birth_date,nationality,note,source\n");
        var quoted = new StringBuilder("id,name,kind,country,source\n");
        var phones = new StringBuilder("id,number,imei,source\n");
        var links = new StringBuilder("id,subject,relation,object,from,to,source,grade\n");
        var contacts = new StringBuilder("id,a,b,time,duration_s,channel,source\n");
        var payments = new StringBuilder("id,payer,payee,amount,currency,time,source\n");
        var unheard = new StringBuilder("id,what\n");
        for (int i = 0; i < 12; i++) {
            persons.append("p" + i + ",Orang " + i + ",A" + i + "|B" + i + ",19" + (60 + i) + ",MY|TH,note,s1\n");
            quoted.append("o" + i + ",\"Company \"\"" + i + "\"\", Ltd\nof two lines\",employer,MY,s1|s2\n");
            phones.append("f" + i + ",+6012300000" + (10 + i) + ",,s1\n");
            links.append("l" + i + ",p" + i + ",uses,f" + i + ",2014-0" + (1 + i % 9) + ",open,s1,B2\n");
            contacts.append("c" + i + ",f" + i + ",f" + (i + 1) % 12 + ",2015-03-07T21:1" + i % 10 + ",60,call,s1\n");
            payments.append("y" + i + ",p" + i + ",p" + (i + 1) % 12 + ",12" + i + ".50,MYR,2015-03,s2\n");
            unheard.append("u" + i + ",of something new\n");
        }
        put(files, "persons.csv", persons.toString());
        put(files, "organizations.csv", quoted.toString());
        put(files, "phones.csv", phones.toString());
        put(files, "links.csv", links.toString());
        put(files, "contacts.csv", contacts.toString());
        put(files, "payments.csv", payments.toString());
        put(files, "unheard.csv", unheard.toString());
        put(files, "withdrawals.csv", "id,file,row,reason\nw1,links,l3,error\n");
        return files;
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path folder(Path folder, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(folder);
        for (var file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    private static Path zip(Path path, Map<String, byte[]> files, Random random) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (OutputStream out = bytes;
                var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        byte[] whole = bytes.toByteArray();
        for (int i = random.nextInt(4); i > 0; i--) {
            whole[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return Files.write(path, whole);
    }

    private void damage(int bundles, long seed, int hugeEvery) throws IOException {
        Map<String, byte[]> whole = whole();
        Map<String, String> good = read(folder(folder.resolve("whole"), whole)).accepted();
        assertThat(good).hasSizeGreaterThan(80);
        for (int i = 0; i < bundles; i++) {
            var random = new Random(seed * 1_000_003 + i);
            var mutations = new Mutations(random, whole);
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                mutations.mutate(i % hugeEvery == 0);
            }
            String what = "bundle " + i + " of seed " + seed + " " + mutations;
            Path path = folder.resolve("damaged");
            try {
                if (random.nextInt(20) == 0) {
                    mutated(path, mutations, random);
                    continue;
                }
                folder(path, mutations.files());
                var read = read(path);
                good.forEach((row, digest) -> {
                    String file = row.substring(0, row.indexOf('/')) + ".csv";
                    boolean mayDiffer = mutations.mayTouch(file, row.substring(row.indexOf('/') + 1))
                            || mutations.shuffledColumns().contains(file);
                    if (!mayDiffer) {
                        assertThat(read.accepted()).as(what).containsEntry(row, digest);
                    }
                });
            } catch (IOException | RuntimeException thrown) {
                throw new AssertionError(what, thrown);
            }
        }
    }

    /** A damaged zip, or a header that is none: read, or refused in words. */
    private void mutated(Path path, Mutations mutations, Random random) throws IOException {
        var files = mutations.files();
        if (random.nextBoolean()) {
            byte[] json = files.get("bundle.json").clone();
            json[random.nextInt(json.length)] ^= (byte) (1 << random.nextInt(8));
            files.put("bundle.json", json);
        }
        try {
            read(zip(Path.of(path + ".zip"), files, random));
        } catch (UnreadableDelivery said) {
            assertThat(said).hasMessageMatching("(?s).{10,}");
        }
    }

    /** What was taken, by file and id. */
    record Read(Map<String, String> accepted) {}

    static Read read(Path path) throws IOException {
        var accepted = new TreeMap<String, String>();
        try (var source = BundleSource.open(path)) {
            var check = new RowCheck(source.delivery());
            assertThat(source.digest()).hasSize(64);
            for (RowFile file : source.files()) {
                long rows = 0;
                try (Rows reading = file.open()) {
                    for (RawRow row = reading.next(); row != null; row = reading.next()) {
                        rows++;
                        switch (check.check(file.name(), row)) {
                            case RowOutcome.Accepted yes ->
                                accepted.putIfAbsent(
                                        file.name() + "/" + row.cell("id"),
                                        HexFormat.of().formatHex(yes.row().digest()));
                            case RowOutcome.Rejected no ->
                                assertThat(no.refusal().reason()).hasSizeBetween(10, 2_000);
                        }
                    }
                }
                if (file.refusal().isEmpty()) {
                    assertThat(file.rowCount()).as(file.name()).isEqualTo(rows);
                } else {
                    assertThat(file.refusal().get()).hasSizeBetween(10, 2_000);
                    accepted.keySet().removeIf(k -> k.startsWith(file.name() + "/"));
                }
            }
        }
        return new Read(accepted);
    }
}
