package org.jejak.ui.rows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jejak.network.Key;
import org.jejak.safeguard.Names;

/** Keys that stand in cells, and what a reader sees instead. */
public final class References {

    private References() {}

    /** What reads like a key in a cell. */
    public static List<Key> keys(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .filter(References::isKey)
                .map(Key::new)
                .toList();
    }

    /** The cell with the names of what it refers to, each with its key, as far as they are known. */
    public static String readable(String cell, Map<Key, Names.Shown> names) {
        return Arrays.stream(cell.split("\\|"))
                .map(part -> isKey(part) ? name(new Key(part), names) : part)
                .collect(Collectors.joining(", "));
    }

    static String name(Key key, Map<Key, Names.Shown> names) {
        var shown = names.get(key);
        return shown == null ? key.value() : shown.name() + " (" + key + ")";
    }

    private static boolean isKey(String text) {
        return text.indexOf(':') > 0 && !text.endsWith(":") && text.indexOf(' ') < 0;
    }
}
