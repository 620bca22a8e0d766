package org.jejak.world;

import java.util.ArrayList;
import java.util.List;
import org.jejak.network.RecordFile;
import org.jejak.world.Cast.Person;

/** What colluding officials get: payments of a company of the network into an account of their household. */
final class Gains {

    private final WorldParameters parameters;
    private final List<Unit> corrupt;
    private final List<Person> spouses = new ArrayList<>();

    Gains(WorldParameters parameters, Cast cast, List<Unit> units) {
        this.parameters = parameters;
        corrupt = units.stream().filter(u -> u.colluder() >= 0).toList();
        spouses.addAll(cast.bystanders()
                .subList(0, Math.min(corrupt.size(), cast.bystanders().size() / 2)));
    }

    /** Who is married to a colluder. */
    List<Person> spouses() {
        return spouses;
    }

    void write(RecordWriter rows, List<List<Integer>> steered) {
        var chance = Chance.of(parameters.seed(), "gains", 0);
        for (int i = 0; i < spouses.size(); i++) {
            var official = corrupt.get(i).officials().get(corrupt.get(i).colluder());
            rows.next(RecordFile.LINKS)
                    .set("subject", official.id())
                    .set("relation", "family")
                    .set("object", spouses.get(i).id())
                    .set("from", "2009")
                    .from(Sources.CIVIL_REGISTER);
            String payer = "a" + (i % 2 == 0 ? Registers.TRANSPORT_COMPANY : Registers.OUTSOURCING_COMPANY);
            for (int shift : steered.get(i)) {
                if (chance.happens(.3)) {
                    rows.next(RecordFile.PAYMENTS)
                            .set("payer", payer)
                            .set("payee", spouses.get(i).account())
                            .set("amount", 100 * chance.between(8, 15) + ".00")
                            .set("currency", "MYR")
                            .set("time", Calendar.moment(shift / 3 + chance.between(1, 3), chance))
                            .set("method", "bank")
                            .set("purpose", "consultancy")
                            .from(Sources.BANK);
                }
            }
        }
    }
}
