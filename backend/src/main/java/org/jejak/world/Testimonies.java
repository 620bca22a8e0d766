package org.jejak.world;

import org.jejak.network.RecordFile;
import org.jejak.world.Cast.Person;
import org.jejak.world.FictionalNames.Script;

/** What people say that registers do not: a camp named years early, values that contradict, a victim made a guard. */
final class Testimonies {

    private final WorldParameters parameters;
    private final Cast cast;
    private final RecordWriter rows;

    Testimonies(WorldParameters parameters, Cast cast, RecordWriter rows) {
        this.parameters = parameters;
        this.cast = cast;
        this.rows = rows;
    }

    void write(Geography geography) {
        var chance = Chance.of(parameters.seed(), "testimonies", 0);
        early(geography);
        coerced();
        contradictions(chance);
        handles(chance);
        documents(chance);
    }

    Person earlyWitness() {
        return cast.victims().get(5);
    }

    Person coercedGuard() {
        return cast.victims().getFirst();
    }

    private void early(Geography geography) {
        var witness = earlyWitness();
        rows.next(RecordFile.LINKS)
                .set("subject", witness.id())
                .set("relation", "located_at")
                .set("object", geography.campOf(Circle.RIDGE_CAMP).id())
                .set("from", "2011")
                .set("to", "2011-07")
                .set("note", "escaped; named the camp when he was heard in August 2011")
                .set("grade", "C3")
                .from(Sources.EARLY_SURVIVOR);
        rows.next(RecordFile.LINKS)
                .set("subject", cast.hub(Circle.RIDGE_CAMP).id())
                .set("relation", "guards")
                .set("object", geography.campOf(Circle.RIDGE_CAMP).id())
                .set("from", "2011")
                .set("grade", "C3")
                .from(Sources.EARLY_SURVIVOR);
        rows.next(RecordFile.ROLES)
                .set("person", witness.id())
                .set("role", "witness")
                .set("from", "2011-08")
                .set("to", "open")
                .from(Sources.EARLY_SURVIVOR);
    }

    /** Held first, then made to guard others. He is a victim; the guard's role is coerced. */
    private void coerced() {
        var guard = coercedGuard();
        rows.next(RecordFile.ROLES)
                .set("person", guard.id())
                .set("role", "guard")
                .set("from", "2014-06")
                .set("to", "2015-05")
                .set("coerced", "true")
                .set("note", "his ransom was not paid; he was told to watch the others or stay for ever")
                .from(Sources.SURVIVOR, Sources.SECOND_SURVIVOR);
        for (Person other : cast.victims().subList(3, 9)) {
            rows.next(RecordFile.LINKS)
                    .set("subject", guard.id())
                    .set("relation", "guards")
                    .set("object", other.id())
                    .set("from", "2014-06")
                    .set("note", "by order")
                    .from(Sources.SECOND_SURVIVOR);
        }
    }

    private void contradictions(Chance chance) {
        for (int i = 0; i < 16; i++) {
            var person = chance.oneOf(cast.network());
            boolean born = i % 2 == 0;
            String year = Integer.toString(chance.between(1960, 1992));
            rows.next(RecordFile.STATEMENTS)
                    .set("entity", person.id())
                    .set("property", born ? "birth_date" : "name")
                    .set("value", born ? year : FictionalNames.person(chance).in(Script.LATIN))
                    .set("recorded", "2015-06")
                    .set("contradicts", "true")
                    .set("grade", i % 3 == 0 ? "C4" : "")
                    .from(Sources.NOTEBOOK);
        }
        rows.next(RecordFile.STATEMENTS)
                .set("entity", "k1")
                .set("property", "capacity")
                .set("value", "800")
                .set("from", "2014")
                .set("contradicts", "true")
                .from(Sources.SECOND_SURVIVOR);
    }

    private void handles(Chance chance) {
        for (Circle circle : new Circle[] {Circle.COAST_RECRUITERS, Circle.INLAND_RECRUITERS, Circle.MONEY}) {
            for (int i = 0; i < 4; i++) {
                var person = cast.members(circle).get(i);
                String id = "h" + person.id().substring(1);
                rows.named(RecordFile.HANDLES, id)
                        .set("kind", i % 2 == 0 ? "social" : "email")
                        .set(
                                "value",
                                i % 2 == 0 ? "work.abroad." + person.number() : "p" + person.number() + "@example.org")
                        .set("platform", i % 2 == 0 ? "example.social" : "")
                        .from(Sources.AID_GROUP);
                rows.next(RecordFile.LINKS)
                        .set("subject", person.id())
                        .set("relation", "uses")
                        .set("object", id)
                        .set("from", "2013-" + chance.between(10, 12))
                        .from(Sources.AID_GROUP);
            }
        }
    }

    private void documents(Chance chance) {
        var forger = cast.members(Circle.OUTSOURCING).get(1);
        rows.next(RecordFile.ROLES)
                .set("person", forger.id())
                .set("role", "document_forger")
                .set("from", "2013")
                .from(Sources.COURT);
        for (int i = 0; i < Math.min(40, cast.victims().size()); i += 2) {
            var victim = cast.victims().get(i);
            boolean forged = i % 4 == 0;
            String id = "d" + victim.id().substring(1);
            rows.named(RecordFile.DOCUMENTS, id)
                    .set("kind", forged ? "work_permit" : "identity_card")
                    .set("number", Papers.document(forged ? "W" : "I", victim.number()))
                    .set("country", forged ? "MY" : "MM")
                    .set("holder", victim.id())
                    .set("issued", forged ? "2014-0" + chance.between(1, 9) : "2009")
                    .set("status", forged ? "forged" : "retained")
                    .set(
                            "retained_by",
                            forged ? "" : cast.hub(Circle.OUTSOURCING).id())
                    .from(forged ? Sources.COURT : Sources.AID_GROUP);
            if (forged) {
                rows.next(RecordFile.LINKS)
                        .set("subject", forger.id())
                        .set("relation", "forged_for")
                        .set("object", id)
                        .set("from", "2014")
                        .from(Sources.COURT);
            }
        }
    }
}
