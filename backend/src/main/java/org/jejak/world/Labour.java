package org.jejak.world;

import java.util.ArrayList;
import java.util.List;
import org.jejak.network.RecordFile;
import org.jejak.world.Cast.Person;

/** Work and what it was promised to pay: people who work off a debt beside people who are simply employed. */
final class Labour {

    private static final int VILLAGERS = 2;

    private final Cast cast;
    private final RecordWriter rows;
    private final Chance chance;
    private final List<Person> indebted = new ArrayList<>();

    Labour(WorldParameters parameters, Cast cast, RecordWriter rows) {
        this.cast = cast;
        this.rows = rows;
        chance = Chance.of(parameters.seed(), "labour", 0);
    }

    void write() {
        for (int i = 0; i < Aftermath.EXPLOITED; i += 3) {
            bonded(cast.victims().get(i));
        }
        var drivers = cast.members(Circle.TRANSPORT);
        for (int i = 1; i < Math.min(drivers.size(), 12); i += 3) {
            int wage = 100 * chance.between(15, 22);
            rows.next(RecordFile.EMPLOYMENTS)
                    .set("worker", drivers.get(i).id())
                    .set("employer", Registers.TRANSPORT_COMPANY)
                    .set("promised_wage", wage)
                    .set("paid_wage", wage)
                    .set("currency", "MYR")
                    .set("per", "month")
                    .set("papers_retained", "false")
                    .set("from", "2013")
                    .from(Sources.COMPANY_REGISTER);
        }
        for (int i = 1; i <= VILLAGERS; i++) {
            free(cast.ofNoPart(Crossings.BOATS + i));
        }
    }

    /** Who works off a debt or whose papers are kept. */
    List<Person> indebted() {
        return indebted;
    }

    /** Promised a wage, paid less, less again after deductions, and the debt grows. */
    private void bonded(Person worker) {
        int promised = 100 * chance.between(9, 14);
        int fee = 500 * chance.between(8, 14);
        rows.next(RecordFile.EMPLOYMENTS)
                .set("worker", worker.id())
                .set("employer", Registers.PLANTATION_COMPANY)
                .set("supplied_by", Registers.OUTSOURCING_COMPANY)
                .set("promised_wage", promised)
                .set("paid_wage", promised - 100 * chance.between(3, 6))
                .set("deductions", 50 * chance.between(2, 5))
                .set("currency", "MYR")
                .set("per", "month")
                .set("fee", fee)
                .set("debt", fee + 250 * chance.between(1, 8))
                .set("interest_percent_month", chance.between(3, 10))
                .set("debt_currency", "MYR")
                .set("papers_retained", chance.happens(.7))
                .set("from", "2014-0" + chance.between(3, 9))
                .set("to", "2015-05")
                .from(Sources.LABOUR_INSPECTION);
        indebted.add(worker);
    }

    /** A villager on the same plantation, paid what was promised: employment alone says nothing. */
    private void free(Person worker) {
        rows.next(RecordFile.EMPLOYMENTS)
                .set("worker", worker.id())
                .set("employer", Registers.PLANTATION_COMPANY)
                .set("promised_wage", 45)
                .set("paid_wage", 45)
                .set("currency", "MYR")
                .set("per", "day")
                .set("fee", 0)
                .set("debt", 0)
                .set("papers_retained", "false")
                .set("from", "2012")
                .set("to", "open")
                .from(Sources.LABOUR_INSPECTION);
    }
}
