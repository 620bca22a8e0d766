package org.jejak.pack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.identity.Vault;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;

/**
 * Names that mean something in one pack only. They are numbers in a random order, so neither the number nor the key says
 * anything, and two packs cannot be laid side by side by them. For each there is a commitment, from which a court that is
 * told the salt can confirm later who it is.
 */
final class Pseudonyms {

    private final String namespace;
    private final String release;
    private final Vault vault;
    private final Map<Key, Key> keys = new HashMap<>();
    private final Map<Key, String> names = new HashMap<>();

    private Pseudonyms(String namespace, String release, Vault vault) {
        this.namespace = namespace;
        this.release = release;
        this.vault = vault;
    }

    /**
     * @param guarded protected persons and things that identify one, with what each is
     * @param rows keys of rows that name one of them
     * @param random chance nobody can repeat
     */
    static Pseudonyms of(
            String exhibit, String release, Map<Key, EntityKind> guarded, Set<Key> rows, Vault vault, Random random) {
        String plain = exhibit.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9._-]", "_");
        String namespace = "PACK-" + plain.substring(0, Math.min(40, plain.length())) + "-"
                + release.substring(0, 6).toUpperCase(Locale.ROOT);
        var pseudonyms = new Pseudonyms(namespace, release, vault);
        var number = new HashMap<EntityKind, Integer>();
        for (Key key : shuffled(guarded.keySet(), random)) {
            var kind = guarded.getOrDefault(key, EntityKind.PERSON);
            String word = kind.name().toLowerCase(Locale.ROOT);
            int next = number.merge(kind, 1, Integer::sum);
            pseudonyms.keys.put(key, Key.of(namespace, word + "-" + next));
            pseudonyms.names.put(key, "Protected " + word + " " + next);
        }
        int next = 0;
        for (Key row : shuffled(rows, random)) {
            if (!pseudonyms.keys.containsKey(row)) {
                String local = row.local();
                int slash = local.indexOf('/');
                String file = slash < 0 ? "rows" : local.substring(0, slash);
                pseudonyms.keys.put(row, Key.of(namespace, file, "row-" + ++next));
            }
        }
        return pseudonyms;
    }

    private static List<Key> shuffled(Set<Key> keys, Random random) {
        var list = new ArrayList<>(new TreeSet<>(keys));
        Collections.shuffle(list, random);
        return list;
    }

    /** What stands in the pack for {@code key}: itself unless it needs another name. */
    Key key(Key key) {
        return keys.getOrDefault(key, key);
    }

    /** Where a row's key is made of what it names, the key that it has when that stands under pseudonyms. */
    void replace(Key key, Key by) {
        keys.put(key, by);
    }

    /** What stands for {@code key} as a row of this namespace refers to it. */
    String local(Key key) {
        Key now = key(key);
        return now.namespace().equals(namespace) ? now.local() : now.value();
    }

    boolean replaces(Key key) {
        return keys.containsKey(key);
    }

    Optional<String> name(Key key) {
        return Optional.ofNullable(names.get(key));
    }

    /** SHA-256 over the salt, a blank and the key. */
    String commitment(Key key) {
        return Bag.digest("SHA-256", (salt(vault, release, key) + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The salt, made from the master key, so that it need not be kept anywhere. */
    static String salt(Vault vault, String release, Key key) {
        return HexFormat.of()
                .formatHex(vault.hmac("pack commitment", (release + " " + key).getBytes(StandardCharsets.UTF_8)));
    }

    String namespace() {
        return namespace;
    }
}
