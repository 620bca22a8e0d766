package org.jejak.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    @TempDir
    Path folder;

    /** RFC 8032, 7.1, test 1. */
    @Test
    void signsTheEmptyMessageAsTheStandardDoes() {
        assertThat(HexFormat.of().formatHex(SamplePack.keys().sign(new byte[0])))
                .isEqualTo("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    }

    /** The example of the DSSE protocol; its signature under the key of RFC 8032 was computed elsewhere. */
    @Test
    void signsWhatDsseSaysIsSigned() {
        byte[] body = "hello world".getBytes(StandardCharsets.UTF_8);
        byte[] encoded = PackWriter.preAuthenticationEncoding("http://example.com/HelloWorld", body);
        assertThat(new String(encoded, StandardCharsets.UTF_8))
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
        assertThat(Base64.getEncoder().encodeToString(SamplePack.keys().sign(encoded)))
                .isEqualTo("4DHX3Zn4qpBKvEj7maE8O9u9bjXEnPLLnyXVUJ2PXJR8DSLcL3QDpFvfJOj3pB/SPHsl6Jg4boxsMb6KvuYABw==");
    }

    @Test
    void theSecretHalfIsItsOwnersOnly() throws IOException {
        var home = folder.resolve("keys");
        SigningKeys.in(home);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("signing-key.pem"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
    }

    @Test
    void whoeverAsksGetsTheSamePair() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<String> ask = () -> SigningKeys.in(folder).fingerprint();
            var asked =
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> ask).toList());
            for (var answer : asked) {
                assertThat(answer.get()).isEqualTo(SigningKeys.in(folder).fingerprint());
            }
        }
        assertThat(SigningKeys.known(folder))
                .containsOnlyKeys(SigningKeys.in(folder).fingerprint());
    }

    @Test
    void knowsTheOtherKeysThatLieBesideItsOwn() throws IOException {
        Files.writeString(folder.resolve("court.pub.pem"), SamplePack.keys().publicPem());
        Files.writeString(folder.resolve("broken.pub.pem"), "not a key");
        assertThat(SigningKeys.known(folder)).containsEntry(SamplePack.keys().fingerprint(), "court.pub.pem");
        assertThat(SigningKeys.known(folder.resolve("missing"))).isEmpty();
    }

    @Test
    void refusesHalvesOfDifferentPairs() throws IOException {
        SigningKeys.in(folder);
        Files.writeString(
                folder.resolve("signing-key.pub.pem"), SamplePack.keys().publicPem());
        assertThatThrownBy(() -> SigningKeys.in(folder)).isInstanceOf(IllegalStateException.class);
    }
}
