package org.jejak.world;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Everything a synthetic world depends on; equal parameters give equal bytes on every machine.
 *
 * @param seed seed of every random stream
 * @param persons people of the case, officials included
 * @param officials officials among them; those not at a post on the route serve in units of three elsewhere
 * @param days length of the observed period in days; whole weeks of it are used
 * @param collusion how the colluders behave
 * @param strength multiplies the habits of {@code collusion}: 0 is honest, 1 as named
 * @param posts posts on the route, which the network's vehicles pass and whose gates keep a log
 * @param unitSize officials at each of them
 * @param colluders officials who collude, at most one at a post; each has a partner who shares 80% of their weeks
 * @param activeShifts shifts at each post in which vehicles of the network pass
 * @param stresses honest circumstances that mislead naive tests
 * @param passages total passages wanted, filled up with ordinary traffic; 0 for about two ordinary ones a shift and an
 *     hourly count of one hour in each shift
 * @param contacts total contacts wanted, filled up with calls between uninvolved phones; 0 for none of those
 */
public record WorldParameters(
        long seed,
        int persons,
        int officials,
        int days,
        Collusion collusion,
        double strength,
        int posts,
        int unitSize,
        int colluders,
        int activeShifts,
        Set<Stress> stresses,
        long passages,
        long contacts) {

    /** Fewest people besides officials: below that the circles of the network would be empty. */
    static final int FEWEST_OTHERS = 200;

    public WorldParameters {
        var ordered = EnumSet.noneOf(Stress.class);
        ordered.addAll(stresses);
        stresses = Collections.unmodifiableSet(ordered);
        within("days", days, 42, 3_660);
        within("unit-size", unitSize, 2, 60);
        within("posts", posts, 1, 5_000);
        within("officials", officials, 9, 100_000);
        within("persons", persons, FEWEST_OTHERS + officials, 1_000_000);
        within("colluders", colluders, 0, posts);
        within("active-shifts", activeShifts, 0, days / 7 * 21);
        if ((long) posts * unitSize > officials) {
            throw new IllegalArgumentException(
                    "posts × unit-size is " + (long) posts * unitSize + ", more than the " + officials + " officials");
        }
        if (!(strength >= 0 && strength <= 10)) {
            throw new IllegalArgumentException("strength must lie between 0 and 10, not " + strength);
        }
        if (passages < 0 || contacts < 0 || passages > 100_000_000 || contacts > 100_000_000) {
            throw new IllegalArgumentException("passages and contacts must lie between 0 and 100,000,000");
        }
    }

    /** The world {@code generate} writes unless told otherwise: the sample case of {@code seed-data}. */
    public static WorldParameters sample(long seed) {
        return new WorldParameters(seed, 400, 78, 343, Collusion.STRONG, 1, 4, 6, 3, 48, Set.of(), 0, 0);
    }

    /**
     * The bar of {@code integrity-method.md} section 6: 30 posts of nine for 48 weeks, 48 network-active shifts at each,
     * ten colluders with partners, and ten units elsewhere, liaison officers and informant handlers among them.
     */
    public static WorldParameters bar(long seed, Collusion collusion) {
        return new WorldParameters(seed, 640, 300, 336, collusion, 1, 30, 9, 10, 48, Set.of(), 0, 0);
    }

    /** The benchmark of the records issue: 1,000,000 passages, about 500,000 shifts, 500,000 contacts. */
    public static WorldParameters large(long seed) {
        return new WorldParameters(
                seed, 9_000, 5_000, 154, Collusion.MODERATE, 1, 500, 9, 20, 48, Set.of(), 1_000_000, 500_000);
    }

    /** The same world with other people numbers; posts, units and colluders follow in the sample's proportions. */
    public WorldParameters sized(int persons, int officials, int days) {
        int posts = Math.max(1, officials * 24 / 78 / unitSize);
        int colluders = Math.max(1, posts * 3 / 4);
        int active = Math.min(activeShifts, days / 7 * 7);
        return changed(to -> {
            to.persons = persons;
            to.officials = officials;
            to.days = days;
            to.posts = posts;
            to.colluders = colluders;
            to.activeShifts = active;
        });
    }

    public WorldParameters with(Collusion collusion, double strength) {
        return changed(to -> {
            to.collusion = collusion;
            to.strength = strength;
        });
    }

    public WorldParameters withPosts(int posts, int unitSize, int colluders, int activeShifts) {
        return changed(to -> {
            to.posts = posts;
            to.unitSize = unitSize;
            to.colluders = colluders;
            to.activeShifts = activeShifts;
        });
    }

    public WorldParameters with(Set<Stress> stresses) {
        return changed(to -> to.stresses = stresses);
    }

    public WorldParameters withTotals(long passages, long contacts) {
        return changed(to -> {
            to.passages = passages;
            to.contacts = contacts;
        });
    }

    private WorldParameters changed(Consumer<Change> change) {
        var to = new Change(this);
        change.accept(to);
        return to.made();
    }

    /** These parameters while some of them are being changed. */
    private static final class Change {

        private final long seed;
        private int persons;
        private int officials;
        private int days;
        private Collusion collusion;
        private double strength;
        private int posts;
        private int unitSize;
        private int colluders;
        private int activeShifts;
        private Set<Stress> stresses;
        private long passages;
        private long contacts;

        Change(WorldParameters from) {
            seed = from.seed;
            persons = from.persons;
            officials = from.officials;
            days = from.days;
            collusion = from.collusion;
            strength = from.strength;
            posts = from.posts;
            unitSize = from.unitSize;
            colluders = from.colluders;
            activeShifts = from.activeShifts;
            stresses = from.stresses;
            passages = from.passages;
            contacts = from.contacts;
        }

        WorldParameters made() {
            return new WorldParameters(
                    seed,
                    persons,
                    officials,
                    days,
                    collusion,
                    strength,
                    posts,
                    unitSize,
                    colluders,
                    activeShifts,
                    stresses,
                    passages,
                    contacts);
        }
    }

    int weeks() {
        return days / 7;
    }

    boolean has(Stress stress) {
        return stresses.contains(stress);
    }

    /** Colluders actually planted. */
    int planted() {
        return collusion.isPlanted() && strength > 0 ? colluders : 0;
    }

    private static void within(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must lie between " + least + " and " + most + ", not " + value);
        }
    }
}
