package org.jejak.analysis.brokerage;

/**
 * Between how many pairs of their contacts, not tied to each other, somebody stands, by whose groups these belong to.
 *
 * @param coordinator both are of one's own group
 * @param itinerant both are of one other group
 * @param gatekeeper one is of one's own group: without directions gatekeeper and representative are the same
 * @param liaison all three are of different groups
 */
public record RoleCounts(long coordinator, long itinerant, long gatekeeper, long liaison) {

    static final RoleCounts NONE = new RoleCounts(0, 0, 0, 0);

    public long total() {
        return coordinator + itinerant + gatekeeper + liaison;
    }
}
