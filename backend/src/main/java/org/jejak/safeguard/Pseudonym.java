package org.jejak.safeguard;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.jejak.identity.Vault;
import org.jejak.network.Key;
import org.springframework.stereotype.Component;

/** What protected people and secret origins are called: the same for everybody in every session, and it says nothing. */
@Component
final class Pseudonym {

    private static final String PERSON = "Protected person";

    private final Vault vault;

    Pseudonym(Vault vault) {
        this.vault = vault;
    }

    String of(Key person) {
        return of(PERSON, person);
    }

    /** @param word what it is: {@code Protected phone} */
    String of(String word, Key key) {
        return word + " " + code(key);
    }

    /** Six hexadecimal digits of a keyed hash, as {@code 3F2-A91}. */
    String code(Key key) {
        return code("pseudonym", key.value());
    }

    /** Equal for one origin however it is spaced and capitalised, so that reports of one origin can be told to be one. */
    String origin(String origin) {
        return "Origin " + code("origin", origin.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
    }

    private String code(String purpose, String value) {
        byte[] hash = vault.hmac(purpose, value.getBytes(StandardCharsets.UTF_8));
        String hex = HexFormat.of().withUpperCase().formatHex(hash, 0, 3);
        return hex.substring(0, 3) + "-" + hex.substring(3);
    }
}
