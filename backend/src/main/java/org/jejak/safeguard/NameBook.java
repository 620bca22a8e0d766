package org.jejak.safeguard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jejak.network.Key;

/**
 * How the things of a long list are shown to one viewer, opened where somebody looks: a ranking of half a million is read
 * by its first page, and the log of who read whom then says that and no more.
 */
public final class NameBook {

    private static final int PAGE = 500;

    private final Function<List<Key>, Map<Key, Names.Shown>> read;
    private final List<Key> listed;
    private final Map<Key, Integer> places = new HashMap<>();
    private final Map<Key, Names.Shown> shown = new HashMap<>();
    private final Set<Integer> opened = new HashSet<>();

    /**
     * @param listed without duplicates, in the order in which they will be looked at
     * @param read how some of them are shown to the viewer
     */
    public NameBook(List<Key> listed, Function<List<Key>, Map<Key, Names.Shown>> read) {
        this.read = read;
        this.listed = List.copyOf(listed);
        for (int place = 0; place < listed.size(); place++) {
            places.put(listed.get(place), place);
        }
    }

    /** How it is shown; its key where it is not listed, or nothing is known of it. */
    public synchronized String name(Key key) {
        Integer place = places.get(key);
        if (place != null && opened.add(place / PAGE)) {
            int from = place / PAGE * PAGE;
            shown.putAll(read.apply(listed.subList(from, Math.min(from + PAGE, listed.size()))));
        }
        Names.Shown found = shown.get(key);
        return found == null ? key.value() : found.name();
    }
}
