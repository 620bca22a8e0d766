package org.jejak.world;

import org.jejak.network.RecordFile;

/** Calls between telephones that have nothing to do with the case: what bulk call records are full of. */
final class Bystanding {

    private final WorldParameters parameters;

    Bystanding(WorldParameters parameters) {
        this.parameters = parameters;
    }

    /** Fills the contacts up to the total that was asked for. */
    void write(RecordWriter rows) {
        long missing = parameters.contacts() - rows.counts().getOrDefault(RecordFile.CONTACTS, 0L);
        if (missing <= 0) {
            return;
        }
        var chance = Chance.of(parameters.seed(), "uninvolved", 0);
        int phones = (int) Math.clamp(missing / 25, 2, 900_000);
        for (int i = 1; i <= phones; i++) {
            rows.named(RecordFile.PHONES, "u" + i)
                    .set("number", Papers.phone(3, 1_000_000 + i))
                    .from(Sources.OPERATOR);
        }
        int days = parameters.weeks() * 7;
        for (long i = 0; i < missing; i++) {
            int a = chance.below(phones);
            int b = (a + 1 + chance.below(phones - 1)) % phones;
            rows.next(RecordFile.CONTACTS)
                    .set("a", "u" + (a + 1))
                    .set("b", "u" + (b + 1))
                    .set("time", Calendar.moment(chance.below(days), chance))
                    .set("channel", "call")
                    .set("duration_s", chance.between(3, 600))
                    .from(Sources.OPERATOR);
        }
    }
}
