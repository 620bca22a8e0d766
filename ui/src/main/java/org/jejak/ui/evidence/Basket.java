package org.jejak.ui.evidence;

import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jejak.network.Key;
import org.springframework.stereotype.Component;

/**
 * What a user has laid aside for a pack, for as long as they are signed in. It holds keys only: what each of them is
 * called, and whether it may be seen at all, is asked again each time it is shown or exported.
 */
@Component
@VaadinSessionScope
public class Basket {

    /** More than anybody picks by hand; a whole case is exported by its saved view or on the command line. */
    public static final int MOST = 5000;

    private final Set<Key> keys = new LinkedHashSet<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * Lays {@code more} aside, behind what is there; what is there already stays where it is.
     *
     * @return how many of them were not there yet and found room
     */
    public int add(Collection<Key> more) {
        int added = 0;
        synchronized (keys) {
            for (Key key : more) {
                if (keys.size() < MOST && keys.add(key)) {
                    added++;
                }
            }
        }
        if (added > 0) {
            tell();
        }
        return added;
    }

    public void remove(Collection<Key> less) {
        boolean removed;
        synchronized (keys) {
            removed = keys.removeAll(Set.copyOf(less));
        }
        if (removed) {
            tell();
        }
    }

    public void clear() {
        remove(keys());
    }

    /** What is laid aside, in the order in which it was. */
    public List<Key> keys() {
        synchronized (keys) {
            return List.copyOf(keys);
        }
    }

    public boolean contains(Key key) {
        synchronized (keys) {
            return keys.contains(key);
        }
    }

    /** Has {@code listener} called, in the thread and page that made it, after each change; until it is removed. */
    public Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
