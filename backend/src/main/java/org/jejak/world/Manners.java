package org.jejak.world;

/** How thoroughly each official of a unit inspects: three vehicles in ten or so, a few honestly almost none. */
final class Manners {

    private final double[] inspects;
    private final boolean[] lax;

    Manners(WorldParameters parameters, Unit unit) {
        var chance = Chance.of(parameters.seed(), "manners", unit.index());
        int officials = unit.officials().size();
        inspects = new double[officials];
        lax = new boolean[officials];
        double laxShare = parameters.has(Stress.LAX) ? .3 : .06;
        for (int o = 0; o < officials; o++) {
            lax[o] = chance.happens(laxShare) && o != unit.colluder();
            inspects[o] = lax[o] ? .02 + .06 * chance.share() : .22 + .16 * chance.share();
        }
    }

    /** The probability that a vehicle is inspected when these are on duty. */
    double inspection(Iterable<Integer> present) {
        double sum = 0;
        int n = 0;
        for (int o : present) {
            sum += inspects[o];
            n++;
        }
        return n == 0 ? 0 : sum / n;
    }

    boolean isLax(int official) {
        return lax[official];
    }
}
