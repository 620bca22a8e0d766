package org.jejak.savedview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;

/**
 * A kept drawing.
 *
 * @param id names it for ever, in addresses and on the command line
 * @param caseRef the case it belongs to
 * @param by who kept it last
 * @param at when
 */
public record SavedView(String id, String caseRef, String by, Instant at, Content content) {

    /** Most things that one view holds. */
    public static final int MOST_THINGS = 20_000;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTES = 20_000;

    /** Where a thing lies, in the units of the drawing, y upwards. */
    public record Placed(Key key, double x, double y, boolean pinned) {

        public Placed {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException("the place of " + key + " is no point");
            }
        }
    }

    /**
     * What somebody drew and noted.
     *
     * @param things in the order they were drawn
     * @param hidden kinds that are not shown
     * @param from only what may have been true from this day on, {@code YYYY-MM-DD}
     * @param until only what may have been true up to this day
     * @param peopleTies whether people are also tied through their phones, accounts and movements
     * @param known only what Jejak had recorded by the end of this day; empty for today
     * @param leftOut sources without which it is seen, as if they had never been
     */
    public record Content(
            String name,
            String notes,
            List<Placed> things,
            Set<EntityKind> hidden,
            Optional<String> from,
            Optional<String> until,
            boolean peopleTies,
            Optional<String> known,
            Set<Key> leftOut) {

        public Content {
            name = name.strip();
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("a view needs a name of 1 to " + LONGEST_NAME + " characters");
            }
            if (notes.length() > LONGEST_NOTES) {
                throw new IllegalArgumentException("notes may have " + LONGEST_NOTES + " characters, not "
                        + notes.length() + "; shorten them, or keep a second view");
            }
            if (things.size() > MOST_THINGS) {
                throw new IllegalArgumentException("a view holds at most " + MOST_THINGS + " things, not "
                        + things.size() + "; take some off the canvas first");
            }
            things = List.copyOf(things);
            hidden = Set.copyOf(hidden);
            leftOut = Set.copyOf(leftOut);
        }

        Content only(Set<Key> visible) {
            return new Content(
                    name,
                    notes,
                    things.stream()
                            .filter(thing -> visible.contains(thing.key()))
                            .toList(),
                    hidden,
                    from,
                    until,
                    peopleTies,
                    known,
                    leftOut);
        }
    }

    public String name() {
        return content.name();
    }

    /** What is on it, in the order it was drawn. */
    public List<Key> keys() {
        return content.things().stream().map(Placed::key).toList();
    }
}
