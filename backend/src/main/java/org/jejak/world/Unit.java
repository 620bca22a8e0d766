package org.jejak.world;

import java.util.ArrayList;
import java.util.List;

/**
 * Officials who serve together at one place.
 *
 * @param circle the part of the network that lives or works around there
 * @param colluder index of the colluding official, -1 for none
 * @param partner index of the honest official who shares 80% of the colluder's weeks, -1 for none
 */
record Unit(
        int index, Kind kind, String placeKind, Circle circle, List<Cast.Person> officials, int colluder, int partner) {

    enum Kind {
        /** A post on the route with a gate log. */
        POST,
        /** A station elsewhere: officials who meet the network in the course of duty. */
        STATION,
        /** Officers whose task is to keep in touch with the communities of the route. */
        LIAISON,
        /** Officers who meet informants inside the network. */
        HANDLERS
    }

    private static final Circle[] ALONG_THE_ROUTE = {
        Circle.LANDING, Circle.TRANSPORT, Circle.RIDGE_CAMP, Circle.TRANSPORT
    };
    private static final String[] GATES = {"jetty", "checkpoint", "border_crossing", "checkpoint"};

    /** Short code of the unit, as rosters write it. */
    String code() {
        return switch (kind) {
            case POST -> "P" + (index + 1);
            case STATION -> "S" + (index + 1);
            case LIAISON -> "LIA" + (index + 1);
            case HANDLERS -> "INT" + (index + 1);
        };
    }

    String place() {
        return "l" + (index + 1);
    }

    String gateLog() {
        return "g" + (index + 1);
    }

    String roster() {
        return "r" + (index + 1);
    }

    boolean isPost() {
        return kind == Kind.POST;
    }

    /** Posts first, then units of three; a remainder of one or two joins the last unit. */
    static List<Unit> of(WorldParameters parameters, Cast cast) {
        var chance = Chance.of(parameters.seed(), "units", 0);
        int[] order = new int[parameters.posts()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        chance.shuffle(order);
        boolean[] corrupt = new boolean[order.length];
        for (int i = 0; i < parameters.planted(); i++) {
            corrupt[order[i]] = true;
        }
        var units = new ArrayList<Unit>();
        int next = 0;
        for (int i = 0; i < parameters.posts(); i++) {
            int colluder = chance.below(parameters.unitSize());
            int partner = (colluder + 1) % parameters.unitSize();
            units.add(new Unit(
                    i,
                    Kind.POST,
                    GATES[i % 4],
                    ALONG_THE_ROUTE[i % 4],
                    cast.officials().subList(next, next + parameters.unitSize()),
                    corrupt[i] ? colluder : -1,
                    corrupt[i] ? partner : -1));
            next += parameters.unitSize();
        }
        int elsewhere = (parameters.officials() - next) / 3;
        for (int i = 0; i < elsewhere; i++) {
            int end = i == elsewhere - 1 ? parameters.officials() : next + 3;
            var kind = elsewhere < 4 || i > 1 ? Kind.STATION : i == 0 ? Kind.LIAISON : Kind.HANDLERS;
            units.add(new Unit(
                    units.size(),
                    kind,
                    i % 3 == 2 ? "port" : "police_station",
                    Circle.values()[i % Circle.values().length],
                    cast.officials().subList(next, end),
                    -1,
                    -1));
            next = end;
        }
        return List.copyOf(units);
    }
}
