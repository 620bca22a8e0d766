package org.jejak.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jejak.identity.Vault;
import org.springframework.stereotype.Component;

/** Made ids that only the vault could make: its keyed digest of the value. */
@Component
class VaultIds implements MadeIds {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int CHARACTERS = 22;
    private static final String BETWEEN = "\u001F";

    private final Vault vault;

    VaultIds(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String of(String kind, List<String> values) {
        byte[] all = String.join(BETWEEN, values).getBytes(StandardCharsets.UTF_8);
        return "~" + BASE64.encodeToString(vault.hmac("made-id:" + kind, all)).substring(0, CHARACTERS);
    }
}
