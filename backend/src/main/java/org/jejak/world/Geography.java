package org.jejak.world;

import java.util.List;
import java.util.Locale;
import org.jejak.network.RecordFile;

/** The places of the case, between a coast where people are recruited and the plantations where labour is sold. */
final class Geography {

    /** A place of the network. {@code circle} works there. */
    record Site(String id, String kind, String country, Circle circle, String name, String lat, String lon) {}

    /** What two decimals of a degree leave open, in metres. */
    private static final int ROUNDED = 800;

    private final List<Site> sites;
    private final WorldParameters parameters;

    Geography(WorldParameters parameters) {
        this.parameters = parameters;
        var c = Chance.of(parameters.seed(), "places", 0);
        sites = List.of(
                site(c, "k1", "camp", "TH", Circle.RIDGE_CAMP, "Camp on the ridge"),
                site(c, "k2", "camp", "TH", Circle.STREAM_CAMP, "Camp at the stream"),
                site(c, "k3", "camp", "MY", Circle.OLD_CAMP, "Old camp above the road"),
                site(c, "k4", "grave_site", "TH", Circle.RIDGE_CAMP, "Graves by the stream"),
                site(c, "k5", "holding_house", "TH", Circle.LANDING, "House behind the shrimp ponds"),
                site(c, "k6", "holding_house", "MY", Circle.TRANSPORT, "House with two gates"),
                site(c, "k7", "jetty", "TH", Circle.LANDING, "Landing in the mangroves"),
                site(c, "k8", "other", "MM", Circle.COAST_RECRUITERS, "Beach at the river mouth"),
                site(c, "k9", "other", "BD", Circle.INLAND_RECRUITERS, "Bus stand inland"),
                site(c, "k10", "office", "MY", Circle.TRANSPORT, "Yard of the transport company"),
                site(c, "k11", "office", "MY", Circle.OUTSOURCING, "Office of the outsourcing company"),
                site(c, "k12", "plantation", "MY", Circle.OUTSOURCING, "Plantation, blocks 9 to 14"),
                site(c, "k13", "shelter", "MY", Circle.OUTSOURCING, "Shelter"),
                site(c, "k14", "detention_centre", "MY", Circle.OUTSOURCING, "Detention centre"));
    }

    private static Site site(Chance chance, String id, String kind, String country, Circle circle, String name) {
        return new Site(
                id,
                kind,
                country,
                circle,
                name + " (" + FictionalNames.single(chance) + ")",
                degrees(6.2 + .6 * chance.share()),
                degrees(99.8 + .7 * chance.share()));
    }

    /** Two decimals, about a kilometre: no made-up camp should point at somebody's real roof. */
    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    List<Site> sites() {
        return sites;
    }

    Site site(String id) {
        return sites.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    /** The camp a circle of guards holds. */
    Site campOf(Circle circle) {
        return sites.stream()
                .filter(s -> s.circle() == circle && s.kind().equals("camp"))
                .findFirst()
                .orElseThrow();
    }

    /** How a person would say it: without the made-up proper name. */
    static String spoken(Site site) {
        return site.name().substring(site.name().indexOf('(') + 1, site.name().length() - 1);
    }

    void write(RecordWriter rows, List<Unit> units) {
        for (Site site : sites) {
            var row = rows.named(RecordFile.PLACES, site.id())
                    .set("name", site.name())
                    .set("kind", site.kind())
                    .set("lat", site.lat())
                    .set("lon", site.lon())
                    .set("uncertainty_m", site.kind().equals("camp") ? 2_500 : ROUNDED);
            if (!site.kind().equals("other")) {
                row.set("country", site.country());
            }
            if (site.kind().equals("camp")) {
                row.set("capacity", 300).set("grade", "B2").from(Sources.SURVIVOR, Sources.NOTEBOOK);
            } else {
                row.from(site.kind().equals("office") ? Sources.COMPANY_REGISTER : Sources.SURVIVOR);
            }
        }
        var chance = Chance.of(parameters.seed(), "posts", 0);
        for (Unit unit : units) {
            rows.named(RecordFile.PLACES, unit.place())
                    .set("name", label(unit) + " " + FictionalNames.single(chance))
                    .set("kind", unit.placeKind())
                    .set("country", "MY")
                    .set("lat", degrees(6.0 + .6 * chance.share()))
                    .set("lon", degrees(100.1 + .6 * chance.share()))
                    .set("uncertainty_m", ROUNDED)
                    .from(Sources.PERSONNEL);
        }
    }

    private static String label(Unit unit) {
        return switch (unit.placeKind()) {
            case "jetty" -> "Jetty";
            case "checkpoint" -> "Checkpoint";
            case "border_crossing" -> "Border crossing";
            case "port" -> "Port";
            default -> "Station";
        };
    }
}
