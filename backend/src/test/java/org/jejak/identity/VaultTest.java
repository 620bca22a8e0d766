package org.jejak.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    @TempDir
    Path folder;

    @Test
    void opensWhatWasSealedForTwoOnlyWhileBothKeysExist() {
        try (var vault = Vault.open(folder.resolve("home"), folder.resolve("keys"))) {
            long first = vault.allocate(2);
            byte[] sealed = vault.seal(new long[] {first, first + 1}, "they met".getBytes(UTF_8), "NS:links/1");
            assertThat(vault.open(new long[] {first + 1, first}, sealed, "NS:links/1"))
                    .isEqualTo("they met".getBytes(UTF_8));
            vault.destroy(first + 1);
            assertThatThrownBy(() -> vault.open(new long[] {first, first + 1}, sealed, "NS:links/1"))
                    .isInstanceOf(KeyDestroyed.class);
        }
    }

    @Test
    void opensAgainAfterARestartButInNoOtherContext() {
        byte[] sealed;
        long slot;
        try (var vault = Vault.open(folder.resolve("home"), folder.resolve("keys"))) {
            slot = vault.allocate(1);
            sealed = vault.seal(new long[] {slot}, "a name".getBytes(UTF_8), "NS:p1");
        }
        try (var vault = Vault.open(folder.resolve("home"), folder.resolve("keys"))) {
            assertThat(vault.open(new long[] {slot}, sealed, "NS:p1")).isEqualTo("a name".getBytes(UTF_8));
            assertThatThrownBy(() -> vault.open(new long[] {slot}, sealed, "NS:p2"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void refusesAHomeWhoseMasterKeyIsElsewhereInsteadOfMakingAnother() throws Exception {
        try (var vault = Vault.open(folder.resolve("home"), folder.resolve("keys"))) {
            vault.allocate(1);
        }
        assertThatThrownBy(() -> Vault.open(folder.resolve("home"), folder.resolve("others")))
                .hasMessageContaining("--keys");
        Files.write(folder.resolve("others").resolve("master.key"), new byte[32]);
        assertThatThrownBy(() -> Vault.open(folder.resolve("home"), folder.resolve("others")))
                .hasMessageContaining("not the one this home was sealed with");
    }

    @Test
    void keepsNoSecretReadableInTheHome() throws Exception {
        try (var vault = Vault.open(folder.resolve("home"), folder.resolve("keys"))) {
            vault.allocate(3);
            byte[] slots = Files.readAllBytes(folder.resolve("home/vault/slots"));
            assertThat(slots).hasSize(3 * 64);
            assertThat(Files.exists(folder.resolve("home/master.key"))).isFalse();
        }
    }
}
