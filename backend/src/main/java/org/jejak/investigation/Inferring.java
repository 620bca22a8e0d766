package org.jejak.investigation;

/**
 * Whether cash and hawala that nobody recorded is inferred between two who are tied, where one received and the other soon
 * paid as much.
 *
 * @param tolerance share by which the two amounts may differ
 */
public record Inferring(boolean on, double tolerance) {

    public static final Inferring NOTHING = new Inferring(false, 0);

    public Inferring {
        if (!(tolerance >= 0 && tolerance <= 1)) {
            throw new IllegalArgumentException("a tolerance is a share from 0 to 1, not " + tolerance);
        }
    }
}
