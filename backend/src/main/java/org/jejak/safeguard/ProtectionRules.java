package org.jejak.safeguard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.ChildAge;
import org.jejak.network.ColumnType;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.Protecting;
import org.jejak.network.Protecting.Condition;
import org.jejak.network.RecordFile;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.stereotype.Component;

/**
 * Decides which claims of rows to protect somebody hold, by what other rows say: the roles of the person, the kind of a
 * place, the last day on which anybody heard of a child, a screening that found no trafficking. Judged over the whole store
 * without regard to cases; only the answer leaves this package, never the row.
 */
@Component
final class ProtectionRules {

    private static final int PAGE = 5_000;

    private final Driver driver;
    private final CypherLibrary cypher;
    private final RowReader rows;
    private final Clearings clearings;
    private final LastHeard lastHeard;

    ProtectionRules(Driver driver, CypherLibrary cypher, RowReader rows, Clearings clearings, LastHeard lastHeard) {
        this.driver = driver;
        this.cypher = cypher;
        this.rows = rows;
        this.clearings = clearings;
        this.lastHeard = lastHeard;
    }

    private record Stated(ProtectingRow row, Protecting rule, Key person) {

        <C extends Condition> Optional<C> condition(Class<C> kind) {
            return rule.conditions().stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .findFirst();
        }
    }

    /** Who is protected by {@code rows}, each row and person once. */
    List<ProtectedPerson> decide(Collection<ProtectingRow> claiming) {
        var stated = new ArrayList<Stated>();
        for (ProtectingRow row : claiming) {
            for (Protecting.Claim claim : row.claims()) {
                claim.persons().forEach(person -> stated.add(new Stated(row, claim.rule(), person)));
            }
        }
        try (var session = driver.session()) {
            leaveOutOtherThanPersons(session, stated);
            leaveOutGrownUps(session, stated);
            var kinds = kindsOfPlaces(session, stated);
            var roles = roles(session, stated);
            var cleared = clearings.of(session, claiming);
            var found = new LinkedHashMap<List<Key>, ProtectedPerson>();
            for (Stated one : stated) {
                var theirs = roles.getOrDefault(one.person(), Roles.NONE);
                if (!one.rule().unless().spares(theirs.all())
                        && one.condition(Condition.AtPlace.class)
                                .map(at -> isAt(at, one.row(), kinds))
                                .orElse(true)
                        && (one.condition(Condition.Child.class).isEmpty() || !theirs.official())
                        && !cleared.ends(one.row(), one.rule(), one.person())) {
                    var person = decided(one, theirs);
                    found.merge(List.of(one.row().key(), one.person()), person, ProtectionRules::further);
                }
            }
            return List.copyOf(found.values());
        }
    }

    private static ProtectedPerson decided(Stated one, Roles theirs) {
        var reach = switch (one.rule().reach()) {
            case STORE -> Protecting.Reach.STORE;
            case CASE -> Protecting.Reach.CASE;
            case CASE_OF_OFFENDERS ->
                theirs.all().stream().anyMatch(Protecting.OFFENDER_ROLES::contains)
                        ? Protecting.Reach.CASE
                        : Protecting.Reach.STORE;
        };
        boolean liftable = one.rule().unless() != Protecting.Unless.NEVER;
        boolean child = one.condition(Condition.Child.class).isPresent();
        boolean testimony = one.rule().reach() != Protecting.Reach.STORE;
        return new ProtectedPerson(
                one.person(), one.row().key(), reach, one.row().doors(), liftable, child, missingSince(one), testimony);
    }

    private static String missingSince(Stated one) {
        boolean missing = one.rule().conditions().contains(new Condition.Given("missing_since"));
        String since = cells(one.row()).apply("missing_since");
        return missing && since.length() >= 4 ? since.substring(0, 4) : "";
    }

    /** Of two rules by which one row protects somebody the one that is harder to lift, then the one that reaches further. */
    private static ProtectedPerson further(ProtectedPerson one, ProtectedPerson other) {
        if (one.liftable() != other.liftable()) {
            return one.liftable() ? other : one;
        }
        return one.reach() == Protecting.Reach.STORE && !one.becauseOfTestimony() ? one : other;
    }

    private static boolean isAt(Condition.AtPlace at, ProtectingRow row, Map<String, Set<String>> kinds) {
        return kinds.getOrDefault(row.cell(at.column()), Set.of()).stream().anyMatch(at.kinds()::contains);
    }

    private Map<String, Set<String>> kindsOfPlaces(Session session, List<Stated> stated) {
        var places = stated.stream()
                .flatMap(s ->
                        s.condition(Condition.AtPlace.class).map(at -> s.row().cell(at.column())).stream())
                .collect(Collectors.toSet());
        var kinds = new HashMap<String, Set<String>>();
        for (List<String> page : pages(places)) {
            session.run(cypher.text(Queries.READ_KINDS_OF_PLACES), Map.of("places", page))
                    .forEachRemaining(r -> {
                        var all = new HashSet<>(r.get("kinds").asList(v -> v.asString()));
                        r.get("statements")
                                .values()
                                .forEach(s -> all.add(rows.sealedCells(s).getOrDefault("value", "")));
                        kinds.put(r.get("place").asString(), Set.copyOf(all));
                    });
        }
        return kinds;
    }

    /** @param all the role of an official too, if a row in {@code officials} says so */
    private record Roles(Set<String> all, boolean official) {

        static final Roles NONE = new Roles(Set.of(), false);
    }

    /** Asked only of those about whom it matters. */
    private Map<Key, Roles> roles(Session session, List<Stated> stated) {
        var persons = stated.stream()
                .filter(s -> s.rule().unless() != Protecting.Unless.NEVER
                        || s.rule().reach() == Protecting.Reach.CASE_OF_OFFENDERS
                        || s.condition(Condition.Child.class).isPresent())
                .map(s -> s.person().value())
                .collect(Collectors.toSet());
        var roles = new HashMap<Key, Roles>();
        for (List<String> page : pages(persons)) {
            session.run(cypher.text(Queries.READ_UNCOERCED_ROLES), Map.of("persons", page))
                    .forEachRemaining(r -> {
                        var all = new HashSet<>(r.get("roles").asList(v -> v.asString()));
                        boolean official = r.get("official").asBoolean();
                        if (official) {
                            all.add(Protecting.OFFICIAL_ROLE);
                        }
                        roles.put(new Key(r.get("person").asString()), new Roles(all, official));
                    });
        }
        return roles;
    }

    /**
     * Leaves out the claims that somebody was a child where they were heard of on a day on which they may have been eighteen.
     * Nearly all of many birth dates go here, before anything else is asked about them.
     */
    private void leaveOutGrownUps(Session session, List<Stated> stated) {
        var asked = new LinkedHashMap<LastHeard.Question, List<Stated>>();
        String earliest = lastHeard.earliest(session);
        for (Stated one : stated) {
            if (one.condition(Condition.Child.class).isPresent()) {
                adultFrom(one.row())
                        .map(day -> LastHeard.Question.of(one.person(), day))
                        .filter(question -> !wasAlwaysGrownUp(question, one.row(), earliest))
                        .ifPresent(question -> asked.computeIfAbsent(question, any -> new ArrayList<>())
                                .add(one));
            }
        }
        Set<Stated> children = Collections.newSetFromMap(new IdentityHashMap<>());
        lastHeard.of(session, asked.keySet()).forEach((question, latest) -> {
            for (Stated one : asked.getOrDefault(question, List.of())) {
                String died = cells(one.row()).apply("died");
                String last = latest.compareTo(died) >= 0 ? latest : died;
                String day = last.isEmpty() ? one.row().deliveredOn().toString() : last;
                if (day.compareTo(question.since()) < 0) {
                    children.add(one);
                }
            }
        });
        stated.removeIf(one -> one.condition(Condition.Child.class).isPresent() && !children.contains(one));
    }

    /** Grown up before the earliest time that any row has, and before their own row came: nothing more need be asked. */
    private static boolean wasAlwaysGrownUp(LastHeard.Question question, ProtectingRow row, String earliest) {
        return question.since().compareTo(earliest) <= 0
                && question.since().compareTo(row.deliveredOn().toString()) <= 0;
    }

    private static Optional<LocalDate> adultFrom(ProtectingRow row) {
        return ChildAge.adultFrom(cells(row), row.deliveredOn());
    }

    /** Cells as a row of the person's own would have them. */
    private static UnaryOperator<String> cells(ProtectingRow row) {
        return row.file() == RecordFile.STATEMENTS
                ? column -> column.equals(row.cell("property")) ? row.cell("value") : ""
                : row::cell;
    }

    /** Some columns take other things too: a company is located at a camp, and a statement may be about a ship. */
    private void leaveOutOtherThanPersons(Session session, List<Stated> stated) {
        var unsure = stated.stream()
                .filter(s -> s.row().file() == RecordFile.STATEMENTS || takesOthers(s))
                .map(s -> s.person().value())
                .collect(Collectors.toSet());
        var others = new HashSet<Key>();
        for (List<String> page : pages(unsure)) {
            session.run(cypher.text(Queries.FIND_OTHER_THAN_PERSONS), Map.of("keys", page))
                    .forEachRemaining(r -> others.add(new Key(r.get("key").asString())));
        }
        stated.removeIf(s -> others.contains(s.person()));
    }

    private static boolean takesOthers(Stated one) {
        return one.rule()
                .column()
                .flatMap(one.row().file()::column)
                .filter(c -> c.type() instanceof ColumnType.Reference to
                        && !to.kinds().equals(Set.of(EntityKind.PERSON)))
                .isPresent();
    }

    static <T> List<List<T>> pages(Collection<T> all) {
        var pages = new ArrayList<List<T>>();
        var page = new ArrayList<T>();
        for (T one : all) {
            page.add(one);
            if (page.size() == PAGE) {
                pages.add(List.copyOf(page));
                page.clear();
            }
        }
        if (!page.isEmpty()) {
            pages.add(List.copyOf(page));
        }
        return pages;
    }
}
