package org.jejak.world;

/**
 * The circles a network of the camps consists of, as the public record describes such networks: who recruits, who
 * carries, who holds, who collects the ransom, who sells the labour on. Inside a circle people know each other well;
 * between circles only a few do.
 */
enum Circle {
    COAST_RECRUITERS("recruiter", .12),
    INLAND_RECRUITERS("recruiter", .11),
    BOATS("transporter", .12),
    LANDING("transporter", .10),
    RIDGE_CAMP("guard", .11),
    STREAM_CAMP("guard", .09),
    OLD_CAMP("guard", .07),
    TRANSPORT("transporter", .13),
    MONEY("financier", .09),
    OUTSOURCING("suspect", .10);

    private final String role;
    private final double share;

    Circle(String role, double share) {
        this.role = role;
        this.share = share;
    }

    /** The role most of its members have. */
    String role() {
        return role;
    }

    /** How many of this many people belong to it. */
    int sizeOf(int people) {
        return Math.max(5, (int) Math.round(people * share));
    }

    boolean isCamp() {
        return this == RIDGE_CAMP || this == STREAM_CAMP || this == OLD_CAMP;
    }
}
