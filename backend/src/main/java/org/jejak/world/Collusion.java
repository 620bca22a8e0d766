package org.jejak.world;

/**
 * How strongly colluding officials behave, in the four habits of {@code integrity-method.md} section 6. They are
 * behaviour, not effects: how visible a colluder becomes also depends on roster, post and chance.
 */
public enum Collusion {
    /** Nobody colludes; the world to measure false leads in. */
    NONE(0, .30, 1, 0),
    WEAK(.25, .20, 2, 0),
    MODERATE(.5, .10, 4, 0),
    STRONG(.8, .03, 8, .5);

    private final double steered;
    private final double inspected;
    private final double contact;
    private final double waved;

    Collusion(double steered, double inspected, double contact, double waved) {
        this.steered = steered;
        this.inspected = inspected;
        this.contact = contact;
        this.waved = waved;
    }

    /** Share of the network's trips moved onto a shift of the colluder's in the same week. */
    double steered(double strength) {
        return Math.min(1, steered * strength);
    }

    /** Probability that a vehicle of the network is inspected while the colluder is on duty; {@code honest} without. */
    double inspected(double honest, double strength) {
        return Math.max(0, honest - (.30 - inspected) * strength);
    }

    /** By what the colluder's unexplained contact is multiplied. */
    double contactFactor(double strength) {
        return 1 + (contact - 1) * strength;
    }

    /** Probability that the colluder handles a convoy steered onto their shift with their own hands. */
    double waved(double strength) {
        return Math.min(1, waved * strength);
    }

    boolean isPlanted() {
        return this != NONE;
    }
}
