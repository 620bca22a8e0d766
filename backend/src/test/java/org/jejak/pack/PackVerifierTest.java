package org.jejak.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jejak.analysis.RunControl;
import org.jejak.pack.verify.Check;
import org.jejak.pack.verify.NotAPack;
import org.jejak.pack.verify.PackFormat;
import org.jejak.pack.verify.PackVerifier;
import org.jejak.pack.verify.Verdict;
import org.jejak.pack.verify.Verify;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackVerifierTest {

    private static final PackWriter.Pack PACK =
            PackWriter.write(SamplePack.of(12), SamplePack.keys(), RunControl.PLAIN);
    private static final Set<String> KNOWN = Set.of(PACK.fingerprint());

    @TempDir
    static Path folder;

    @BeforeAll
    static void aPackIsWhole() throws IOException {
        var verdict = PackVerifier.verify(file(PACK.bytes()), KNOWN);
        assertThat(verdict.checks()).allMatch(Check::ok);
        assertThat(verdict.valid()).isTrue();
        assertThat(verdict.fingerprint()).isEqualTo(PACK.fingerprint());
    }

    @Test
    void noticesEachOfTwoThousandRandomBits() throws IOException {
        var random = new Random(20260307);
        flip(random.ints(2000, 0, PACK.bytes().length * 8).toArray());
    }

    @Test
    void noticesABitOfEveryTenthByteOfHeadersSignatureAndTagFiles() throws IOException {
        byte[] bytes = PACK.bytes();
        int[] places = new int[bytes.length];
        int count = 0;
        boolean[] payload = payloadBytes(bytes);
        var random = new Random(1);
        for (int i = 0; i < bytes.length; i++) {
            if (!payload[i] && i % 10 == 0) {
                places[count++] = i * 8 + random.nextInt(8);
            }
        }
        flip(java.util.Arrays.copyOf(places, count));
    }

    @Test
    @Tag("full")
    void noticesEverySingleBit() throws IOException {
        flip(java.util.stream.IntStream.range(0, PACK.bytes().length * 8).toArray());
    }

    private static void flip(int[] bits) throws IOException {
        Path file = file(PACK.bytes());
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            for (int bit : bits) {
                int old = PACK.bytes()[bit / 8];
                raw.seek(bit / 8);
                raw.write(old ^ 1 << bit % 8);
                assertThat(verdict(file).integrity()).as("bit %d", bit).isFalse();
                raw.seek(bit / 8);
                raw.write(old);
            }
        }
        assertThat(PackVerifier.verify(file, KNOWN).valid()).isTrue();
    }

    /** A file that is no zip any more is noticed too. */
    private static Verdict verdict(Path file) throws IOException {
        try {
            return PackVerifier.verify(file, KNOWN);
        } catch (NotAPack e) {
            return new Verdict(false, false, "", java.util.List.of());
        }
    }

    /** Which bytes are contents of payload files, found by the JDK's own reader of zips. */
    private static boolean[] payloadBytes(byte[] pack) throws IOException {
        var inside = new boolean[pack.length];
        String all = new String(pack, StandardCharsets.ISO_8859_1);
        for (var entry : members(pack).entrySet()) {
            if (entry.getKey().startsWith(PackFormat.PAYLOAD)) {
                int start = all.indexOf(new String(entry.getValue(), StandardCharsets.ISO_8859_1));
                java.util.Arrays.fill(inside, start, start + entry.getValue().length, true);
            }
        }
        return inside;
    }

    @Test
    void noticesAnAddedFile() throws IOException {
        var members = members(PACK.bytes());
        members.put("data/planted.txt", "x".getBytes());
        assertThat(failed(zip(members))).contains("manifest sha256", "manifest sha512", "payload size");
        var tags = members(PACK.bytes());
        tags.put("planted.txt", "x".getBytes());
        assertThat(failed(zip(tags))).containsExactly("tag manifest sha256", "tag manifest sha512", "signer is known");
    }

    @Test
    void noticesARemovedFile() throws IOException {
        var members = members(PACK.bytes());
        members.remove(PackFormat.GEXF);
        assertThat(failed(zip(members))).contains("manifest sha256", "manifest sha512");
        members.remove(PackFormat.SIGNATURE);
        assertThat(failed(zip(members))).contains("required files", "signature");
    }

    @Test
    void noticesASignatureFromAnotherPack() throws IOException {
        var members = members(PACK.bytes());
        var other = PackWriter.write(SamplePack.of(11), SamplePack.keys(), RunControl.PLAIN);
        members.put(PackFormat.SIGNATURE, members(other.bytes()).get(PackFormat.SIGNATURE));
        assertThat(failed(zip(members))).containsExactly("signature", "signer is known");
    }

    @Test
    void aPackSignedAgainByAStrangerIsWholeAndNotTrusted(@TempDir Path keys) throws IOException {
        var stranger = SigningKeys.in(keys);
        var again = PackWriter.write(SamplePack.of(12), stranger, RunControl.PLAIN);
        var verdict = PackVerifier.verify(file(again.bytes()), KNOWN);
        assertThat(verdict.integrity()).isTrue();
        assertThat(verdict.trusted()).isFalse();
        assertThat(verdict.valid()).isFalse();
        assertThat(PackVerifier.verify(
                                file(again.bytes()), SigningKeys.known(keys).keySet())
                        .valid())
                .isTrue();
    }

    @Test
    void noticesEveryTruncation() throws IOException {
        for (int length : new int[] {5, 29, 31, 400, 4000, PACK.bytes().length - 23, PACK.bytes().length - 1}) {
            var cut = java.util.Arrays.copyOf(PACK.bytes(), length);
            assertThat(PackVerifier.verify(file(cut), KNOWN).integrity()).isFalse();
        }
    }

    @Test
    void noticesWhatIsAppended() throws IOException {
        var longer = java.util.Arrays.copyOf(PACK.bytes(), PACK.bytes().length + 1);
        assertThat(failed(longer)).contains("container");
    }

    @Test
    void refusesAPathThatEscapes() throws IOException {
        for (String path : new String[] {"WK/../../etc/x", "/etc/x", "C:\\x", "WK/a\\..\\b", "WK//x", "WK/.hidden"}) {
            var zip = new ByteArrayOutputStream();
            stored(zip, path, "x".getBytes());
            assertThat(failed(zip.toByteArray())).contains("container");
        }
    }

    /** 100 MB of zeros in 100 kB: refused at its header, nothing is inflated. */
    @Test
    void refusesAZipBombWithoutInflatingIt() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("WK/data/graph.json"));
            zip.write(new byte[100_000_000]);
        }
        long start = System.nanoTime();
        assertThat(failed(bomb.toByteArray())).contains("container");
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @Test
    void saysThatSomethingIsNoPackAtAll() {
        assertThatThrownBy(() -> PackVerifier.verify(file("hello, world".getBytes()), KNOWN))
                .isInstanceOf(NotAPack.class);
        assertThatThrownBy(() -> PackVerifier.verify(folder.resolve("missing.zip"), KNOWN))
                .isInstanceOf(NotAPack.class);
        assertThatThrownBy(() -> PackVerifier.verify(folder, KNOWN)).isInstanceOf(NotAPack.class);
    }

    @Test
    void exitCodesAreThoseOfTheContract() throws IOException {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        String pack = file(PACK.bytes()).toString();
        assertThat(Verify.run(new String[] {pack, "--trust", PACK.fingerprint(), "--json"}, print, print))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith(
                        "{\"valid\":true,\"integrity\":true,\"trusted\":true,\"fingerprint\":\"" + PACK.fingerprint());
        assertThat(Verify.run(new String[] {pack}, print, print)).isEqualTo(1);
        assertThat(Verify.run(new String[] {}, print, print)).isEqualTo(2);
        assertThat(Verify.run(new String[] {pack, "--trust", "short"}, print, print))
                .isEqualTo(2);
        assertThat(Verify.run(new String[] {folder.resolve("missing.zip").toString()}, print, print))
                .isEqualTo(3);
    }

    @Test
    void fiveThousandLinksAreVerifiedInUnderTwoSeconds() throws IOException {
        Path large = file(PackWriter.write(SamplePack.of(5001), SamplePack.keys(), RunControl.PLAIN)
                .bytes());
        long start = System.nanoTime();
        assertThat(PackVerifier.verify(large, KNOWN).valid()).isTrue();
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @Test
    void anyReaderOfZipsAndBagsCanOpenIt() throws IOException {
        var members = members(PACK.bytes());
        assertThat(members.keySet()).containsAll(PackFormat.REQUIRED);
        assertThat(Bag.digest("SHA-256", members.get(PackFormat.MANIFEST_SHA256)))
                .isEqualTo(PACK.manifestSha256());
    }

    private static java.util.List<String> failed(byte[] pack) throws IOException {
        return PackVerifier.verify(file(pack), KNOWN).checks().stream()
                .filter(c -> !c.ok())
                .map(Check::check)
                .toList();
    }

    private static Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "pack", ".zip"), bytes);
    }

    private static TreeMap<String, byte[]> members(byte[] pack) throws IOException {
        var members = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.put(entry.getName().substring(entry.getName().indexOf('/') + 1), zip.readAllBytes());
            }
        }
        return members;
    }

    private static byte[] zip(Map<String, byte[]> members) {
        var bag = new Bag();
        members.forEach(bag::put);
        return bag.zip(PackWriter.top(SamplePack.of(12)));
    }

    /** A local header as canonical as can be, with any name. */
    private static void stored(ByteArrayOutputStream out, String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var bag = new Bag();
        bag.put("x".repeat(name.length() - 2), content);
        bytes.write(bag.zip("W"));
        String zip = bytes.toString(StandardCharsets.ISO_8859_1).replace("W/" + "x".repeat(name.length() - 2), name);
        out.write(zip.getBytes(StandardCharsets.ISO_8859_1));
    }
}
