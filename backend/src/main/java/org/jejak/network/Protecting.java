package org.jejak.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One way in which a row protects people: the column that names them, what must hold, and what stands against it. This is
 * the definition of <em>Protected</em> in the record contract; each {@link RecordFile} states its own, and everything that
 * must know who is protected derives from these.
 *
 * @param column the column that names whom it protects; empty where the row describes the person itself
 * @param conditions all of which must hold
 * @param unless who is not protected by it
 * @param basis what it rests on
 * @param reach for whose viewers it protects
 */
public record Protecting(Optional<String> column, List<Condition> conditions, Unless unless, Basis basis, Reach reach) {

    /** Roles that say of somebody what they did to others, where nobody forced them to. */
    public static final Set<String> OFFENDER_ROLES = Set.of(
            "suspect", "recruiter", "transporter", "guard", "organiser", "financier", "document_forger", "broker");

    /** The role of whoever serves a state; a row in {@code officials} says the same. */
    public static final String OFFICIAL_ROLE = "official";

    private static final String SUSPECT = "suspect";

    /** What must hold of a row. */
    public sealed interface Condition {

        /** The cell is one of these words. */
        record OneOf(String column, Set<String> words) implements Condition {
            public OneOf {
                words = Set.copyOf(words);
            }
        }

        /** The cell is filled, and is no amount of zero. */
        record Given(String column) implements Condition {}

        /** The place that the column names is of one of these kinds. Only other rows can tell. */
        record AtPlace(String column, Set<String> kinds) implements Condition {
            public AtPlace {
                kinds = Set.copyOf(kinds);
            }
        }

        /** The person was certainly a child when last heard of. Only other rows can tell when that was. */
        record Child() implements Condition {}
    }

    /** Whom a rule leaves alone. */
    public enum Unless {
        /** Nobody: it protects whoever it names. */
        NEVER,
        /** Officials, and whoever has an offender role; a mere suspect is protected all the same. */
        OFFICIAL_OR_OFFENDER,
        /** Officials, and whoever has any offender role, a suspect too. */
        OFFICIAL_OR_SUSPECT;

        /** @param roles the roles that the person has without being forced */
        public boolean spares(Set<String> roles) {
            return switch (this) {
                case NEVER -> false;
                case OFFICIAL_OR_OFFENDER ->
                    roles.contains(OFFICIAL_ROLE)
                            || roles.stream().anyMatch(r -> OFFENDER_ROLES.contains(r) && !r.equals(SUSPECT));
                case OFFICIAL_OR_SUSPECT ->
                    roles.contains(OFFICIAL_ROLE) || roles.stream().anyMatch(OFFENDER_ROLES::contains);
            };
        }
    }

    /** What protection rests on; a screening that found no trafficking ends some of it. */
    public enum Basis {
        STANDING,
        SCREENING,
        CUSTODY
    }

    /** For whose viewers it protects. */
    public enum Reach {
        /** For everybody, whatever the row's case and handling. */
        STORE,
        /** For viewers of a case that holds the row: elsewhere the sudden absence would name an informant. */
        CASE,
        /** As {@link #CASE} if the person has an offender role, else as {@link #STORE}. */
        CASE_OF_OFFENDERS
    }

    /**
     * That a row says of some people that they are protected, as far as the row alone can tell.
     *
     * @param rule by which
     * @param persons whom it names, at least one
     */
    public record Claim(Protecting rule, List<Key> persons) {
        public Claim {
            persons = List.copyOf(persons);
        }
    }

    public Protecting {
        conditions = List.copyOf(conditions);
    }

    /** The row describes the person. */
    static Protecting itself() {
        return new Protecting(Optional.empty(), List.of(), Unless.NEVER, Basis.STANDING, Reach.STORE);
    }

    /** The row names the person in {@code column}. */
    static Protecting who(String column) {
        return new Protecting(Optional.of(column), List.of(), Unless.NEVER, Basis.STANDING, Reach.STORE);
    }

    Protecting when(String of, String... words) {
        return and(new Condition.OneOf(of, Set.of(words)));
    }

    Protecting given(String of) {
        return and(new Condition.Given(of));
    }

    Protecting at(String of, String... kinds) {
        return and(new Condition.AtPlace(of, Set.of(kinds)));
    }

    Protecting child() {
        return and(new Condition.Child());
    }

    Protecting unless(Unless whom) {
        return new Protecting(column, conditions, whom, basis, reach);
    }

    Protecting restingOn(Basis on) {
        return new Protecting(column, conditions, unless, on, reach);
    }

    Protecting reaching(Reach far) {
        return new Protecting(column, conditions, unless, basis, far);
    }

    private Protecting and(Condition condition) {
        var all = new ArrayList<>(conditions);
        all.add(condition);
        return new Protecting(column, all, unless, basis, reach);
    }

    /**
     * What a row claims. A statement claims what its value would claim in the property's own column, unless it says that
     * the value is wrong.
     *
     * @param key of the row
     * @param cells the row's cell in each column, references as full keys; the empty string where there is none
     */
    public static List<Claim> claims(RecordFile file, Key key, UnaryOperator<String> cells) {
        if (file == RecordFile.STATEMENTS) {
            String property = cells.apply("property");
            boolean denies = cells.apply("contradicts").equals("true");
            return denies || cells.apply("entity").isEmpty()
                    ? List.of()
                    : claims(
                            RecordFile.PERSONS,
                            new Key(cells.apply("entity")),
                            column -> column.equals(property) ? cells.apply("value") : "");
        }
        var claims = new ArrayList<Claim>();
        for (Protecting rule : file.traits().protects()) {
            List<Key> persons = rule.column.map(c -> keys(cells.apply(c))).orElseGet(() -> List.of(key));
            if (!persons.isEmpty() && rule.conditions.stream().allMatch(c -> mayHold(c, cells))) {
                claims.add(new Claim(rule, persons));
            }
        }
        return claims;
    }

    /** Whether the row leaves it open that the condition holds. */
    private static boolean mayHold(Condition condition, UnaryOperator<String> cells) {
        return switch (condition) {
            case Condition.OneOf one -> one.words().contains(cells.apply(one.column()));
            case Condition.Given given -> isGiven(cells.apply(given.column()));
            case Condition.AtPlace at -> !cells.apply(at.column()).isEmpty();
            case Condition.Child child -> ChildAge.isStated(cells);
        };
    }

    private static boolean isGiven(String cell) {
        return !cell.isEmpty() && !cell.matches("0+(\\.0+)?|false");
    }

    private static List<Key> keys(String cell) {
        return cell.isEmpty()
                ? List.of()
                : java.util.Arrays.stream(cell.split("\\|")).map(Key::new).toList();
    }
}
