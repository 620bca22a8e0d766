package org.jejak.network;

import java.util.Set;

/** What the kind of a place means to the rules. */
public final class PlaceKinds {

    /** Where somebody is safe as long as nobody knows where it is. */
    public static final String SHELTER = "shelter";

    private static final Set<String> HOMES = Set.of("home", SHELTER, "other", "");

    private PlaceKinds() {}

    /**
     * Whether a place of this kind may be the home of who lives there. Whoever is said to live in a camp or a factory was
     * made to; that is nobody's home.
     *
     * @param kind the empty string where nobody says
     */
    public static boolean mayBeAHome(String kind) {
        return HOMES.contains(kind);
    }
}
