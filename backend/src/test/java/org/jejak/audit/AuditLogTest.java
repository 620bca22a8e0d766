package org.jejak.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jejak.network.Handling;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-07T12:00:00Z"), ZoneOffset.UTC);
    private static final Viewer ANA = new Viewer("ana", Set.of(Role.INVESTIGATOR), Set.of("WK"), Handling.AMBER);

    @TempDir
    Path home;

    private final HeadInMemory heads = new HeadInMemory();

    private Path file() {
        return home.resolve("audit/log.jsonl");
    }

    private void write(int entries) {
        try (var log = AuditLog.open(home, NOON, heads)) {
            for (int i = 0; i < entries; i++) {
                log.record(ANA, "read", List.of("T:p" + i), 1);
            }
        }
    }

    private Verification verify() {
        try (var log = AuditLog.open(home, NOON, heads)) {
            return log.verify();
        }
    }

    @Test
    void aLogThatNobodyTouchedIsWhole() {
        write(5);
        write(5);
        var result = verify();
        assertThat(result.problems()).isEmpty();
        assertThat(result.entries()).isEqualTo(10);
        assertThat(result.head().seq()).isEqualTo(10);
        assertThat(result.kept()).contains(result.head());
    }

    @Test
    void anEmptyLogIsWhole() {
        assertThat(verify().whole()).isTrue();
    }

    @Test
    void entriesReadAsTheyWereWritten() throws IOException {
        write(1);
        assertThat(Files.readString(file()))
                .isEqualTo("{\"action\":\"read\",\"actor\":\"ana\",\"at\":\"2026-03-07T12:00:00Z\",\"count\":1,"
                        + "\"objects\":[\"T:p0\"],\"prevHash\":\"" + "0".repeat(64) + "\",\"seq\":1}\n");
        var read = new ArrayList<Entry>();
        try (var log = AuditLog.open(home, NOON, heads)) {
            log.read(read::add);
        }
        assertThat(read).singleElement().extracting(Entry::objects).isEqualTo(List.of("T:p0"));
    }

    @Test
    void everyChangedBitShows() throws IOException {
        write(8);
        byte[] bytes = Files.readAllBytes(file());
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            int bit = random.nextInt(bytes.length * 8);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file(), bytes);
            assertThat(verify().whole()).as("bit %d", bit).isFalse();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void aMissingEntryAnotherOrderAndADoubleShow() throws IOException {
        write(6);
        var lines = Files.readAllLines(file());
        rewrite(lines, 0, 1, 3, 4, 5);
        assertThat(verify().problems())
                .first()
                .extracting(Verification.Problem::text)
                .asString()
                .contains("missing");
        rewrite(lines, 0, 2, 1, 3, 4, 5);
        assertThat(verify().whole()).isFalse();
        rewrite(lines, 0, 1, 1, 2, 3, 4, 5);
        assertThat(verify().problems()).anyMatch(p -> p.text().contains("out of order"));
        rewrite(lines, 1, 2, 3, 4, 5);
        assertThat(verify().whole()).isFalse();
    }

    @Test
    void aCutTailShowsBecauseTheHeadIsKeptElsewhere() throws IOException {
        write(6);
        rewrite(Files.readAllLines(file()), 0, 1, 2);
        assertThat(verify().problems())
                .singleElement()
                .extracting(Verification.Problem::text)
                .asString()
                .isEqualTo("cut short: the database knows entry 6, the log ends at 3");
        Files.write(file(), new byte[0]);
        assertThat(verify().whole()).isFalse();
    }

    @Test
    void aLogRewrittenWithARightChainShowsByItsHead() throws IOException {
        write(3);
        Files.write(file(), new byte[0]);
        try (var forged = AuditLog.open(home, NOON, new HeadInMemory())) {
            for (int i = 0; i < 4; i++) {
                forged.record("bob", "read", List.of(), 1);
            }
        }
        assertThat(verify().problems()).anyMatch(p -> p.text().contains("another than the one the database knows"));
    }

    private void rewrite(List<String> lines, int... which) throws IOException {
        Files.write(file(), IntStream.of(which).mapToObj(lines::get).toList());
    }

    @Test
    void aLineTornByACrashIsTakenOffAndSaidSo() throws IOException {
        write(2);
        Files.writeString(file(), "{\"action\":\"re", StandardOpenOption.APPEND);
        assertThat(verify().whole()).isFalse();
        write(1);
        assertThat(verify().problems()).isEmpty();
        assertThat(Files.readAllLines(file())).hasSize(4);
        assertThat(Files.readAllLines(file()).get(2)).contains("take off torn line");
    }

    @Test
    void aBulkReadIsOneEntryWithADigest() throws IOException {
        var keys = IntStream.range(0, 100_000).mapToObj(i -> "T:p" + i).toList();
        try (var log = AuditLog.open(home, NOON, heads)) {
            log.record(ANA, "read", keys, keys.size());
        }
        assertThat(Files.size(file())).isLessThan(400);
        String sorted = String.join("\n", keys.stream().sorted().toList());
        assertThat(Files.readString(file()))
                .contains(Entry.digest(sorted.getBytes(StandardCharsets.UTF_8)))
                .contains("\"count\":100000");
    }

    @Test
    void threadsAndSecondProcessesWriteOneChain() throws Exception {
        try (var first = AuditLog.open(home, NOON, heads);
                var second = AuditLog.open(home, NOON, heads);
                var threads = Executors.newFixedThreadPool(8)) {
            Callable<Void> first50 = () -> {
                for (int i = 0; i < 25; i++) {
                    first.record(ANA, "read", List.of(), i);
                    second.record(ANA, "search", List.of(), i);
                }
                return null;
            };
            for (var done : threads.invokeAll(List.of(first50, first50, first50, first50))) {
                done.get();
            }
        }
        var result = verify();
        assertThat(result.problems()).isEmpty();
        assertThat(result.entries()).isEqualTo(200);
    }

    @Test
    void whatCannotBeLoggedIsRefused() throws IOException {
        try (var log = AuditLog.open(home, NOON, heads)) {
            Files.delete(file());
            Files.createDirectory(file());
            assertThatThrownBy(() -> log.record(ANA, "read", List.of(), 1)).isInstanceOf(AuditUnavailable.class);
            Files.delete(file());
            Files.createFile(file());
            log.record(ANA, "read", List.of(), 1);
        }
    }

    @Test
    void anInterruptedReaderDoesNotCloseTheLogForTheOthers() {
        try (var log = AuditLog.open(home, NOON, heads)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> log.record(ANA, "read", List.of(), 1)).isInstanceOf(AuditUnavailable.class);
            assertThat(Thread.interrupted()).isTrue();
            log.record(ANA, "read", List.of(), 1);
            assertThat(log.verify().problems()).isEmpty();
        }
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        write(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }
}
