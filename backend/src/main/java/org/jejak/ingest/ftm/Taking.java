package org.jejak.ingest.ftm;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jejak.network.FtmColumns;
import org.jejak.network.PartialTime;

/**
 * The values of an entity while they are being placed: what has found a column is taken out, and what is left in the end
 * is kept with the row. So nothing can be lost by forgetting it.
 */
final class Taking {

    /** Prefix of the columns that hold what the contract has no column for. */
    static final String KEPT = "ftm.";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern HOUR = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("(\\d+|\\d{1,3}([,\\s\u00A0_]\\d{3})+)(\\.\\d+)?");

    private final Map<String, List<String>> left = new LinkedHashMap<>();
    private final FtmEntity entity;

    Taking(FtmEntity entity) {
        this.entity = entity;
        entity.properties().forEach((name, values) -> left.put(name, new ArrayList<>(values)));
    }

    /** The first value that {@code as} can read, taken out. */
    Optional<String> one(String property, Function<String, Optional<String>> as) {
        List<String> values = left.getOrDefault(property, new ArrayList<>());
        for (String value : values) {
            Optional<String> read = as.apply(value);
            if (read.isPresent()) {
                values.remove(value);
                return read;
            }
        }
        return Optional.empty();
    }

    Optional<String> text(String property) {
        return one(property, value -> Optional.of(value).filter(v -> !v.isBlank()));
    }

    /** All values that {@code as} can read, taken out. */
    List<String> all(String property, Function<String, Optional<String>> as) {
        var taken = new ArrayList<String>();
        for (String value : List.copyOf(left.getOrDefault(property, List.of()))) {
            as.apply(value).ifPresent(read -> {
                taken.add(read);
                left.getOrDefault(property, new ArrayList<>()).remove(value);
            });
        }
        return taken;
    }

    /** A date as the contract writes it. One given to the hour counts as its day; the hour is then kept beside it. */
    Optional<String> date(String property) {
        Optional<String> exact = one(property, Taking::contractTime);
        return exact.isPresent()
                ? exact
                : left.getOrDefault(property, List.of()).stream()
                        .map(HOUR::matcher)
                        .filter(java.util.regex.Matcher::matches)
                        .map(m -> m.group(1))
                        .findFirst();
    }

    static Optional<String> contractTime(String value) {
        String written = value.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:)", "$1T$2");
        return Optional.of(written).filter(PartialTime::isWritten);
    }

    /** Whether one time of the contract lies behind another, by what they mean: {@code 2015-06} does not behind {@code 2015}. */
    static boolean isAfter(String one, String other) {
        var end = PartialTime.parse(other, ZoneOffset.UTC).until();
        return !PartialTime.parse(one, ZoneOffset.UTC).from().isBefore(end);
    }

    /** ISO 3166-1, upper case; the format's own extra codes are none. */
    static Optional<String> country(String value) {
        return Optional.of(value.strip().toUpperCase(Locale.ROOT)).filter(COUNTRIES::contains);
    }

    /** A plain decimal of 0 or more; separators of thousands are dropped. {@code 12,50} is none: it may not become 1250. */
    static Optional<String> amount(String value) {
        return Optional.of(value.strip())
                .filter(v -> NUMBER.matcher(v).matches())
                .map(v -> v.replaceAll("[,\\s\u00A0_]", ""));
    }

    /** Puts what is left, and what stands beside the properties, into columns of their own. */
    void keep(Map<String, String> cells) {
        left.forEach((name, values) -> put(cells, KEPT + name, values));
        entity.context().forEach((name, values) -> put(cells, KEPT + "@" + name, values));
        cells.put(KEPT + "schema", entity.schema());
    }

    private static void put(Map<String, String> cells, String column, List<String> values) {
        if (!values.isEmpty()) {
            cells.put(column, written(values));
        }
    }

    /** One value as it is, several as a JSON list. */
    static String written(List<String> values) {
        boolean plain = values.size() == 1 && !values.getFirst().startsWith("[");
        return plain ? values.getFirst() : FtmLine.JSON.writeValueAsString(values);
    }

    /** Keeps the entity as it came beside what became of it, so that it can leave again as it came. */
    static void keepWhole(FtmEntity entity, Map<String, String> cells) {
        cells.put(FtmColumns.WHOLE, whole(entity));
    }

    /** Says of a row that it is a part of an entity which another row keeps. */
    static void keepOrigin(FtmEntity entity, Map<String, String> cells) {
        cells.put(FtmColumns.PART_OF, entity.id());
    }

    /** Everything of the entity as one JSON object: for what the contract has no file for. */
    static String whole(FtmEntity entity) {
        var all = new LinkedHashMap<String, Object>();
        all.put("id", entity.id());
        all.put("schema", entity.schema());
        all.put("properties", entity.properties());
        entity.context().forEach(all::put);
        return FtmLine.JSON.writeValueAsString(all);
    }
}
