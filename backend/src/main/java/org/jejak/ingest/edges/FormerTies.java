package org.jejak.ingest.edges;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.Namesakes;
import org.jspecify.annotations.Nullable;

/**
 * The ids that ties were given before every line was told apart: their ends, relation and time joined by a hyphen. A tie
 * that was loaded then keeps its id, as a key is the name of a row for ever: packs, withdrawals and kept answers name it.
 * So a line of a file that stands in the store under such an id, between the same two, is that row delivered again, once
 * for each id; all other lines are known by {@link LineIdentity}.
 */
final class FormerTies {

    /** Says which id a line goes by. */
    interface Naming {

        /** Nothing was loaded before. */
        Naming AS_MADE = (made, before, subject, object) -> made;

        /**
         * @param made the id it is known by now
         * @param before the ids it may have been given then
         * @param subject empty where it is nobody known
         * @param object alike
         */
        String id(String made, List<String> before, String subject, String object);
    }

    private static final int PAGE = 5_000;

    /** The source of a file that is no bundle: its name and the beginning of its digest. */
    private static final Pattern MADE_OF_A_FILE = Pattern.compile(".*#[0-9a-f]{12}");

    private record Line(List<String> before, String subject, String object) {}

    private final Namesakes known;
    private final Map<String, Line> page = new LinkedHashMap<>();
    private final Map<String, String> found = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    FormerTies(Namesakes known) {
        this.known = known;
    }

    /** Looks up each line while the file is gone through; it is not named by it yet. */
    String look(String made, List<String> before, String subject, String object) {
        if (!subject.isEmpty() && !object.isEmpty()) {
            page.put(made, new Line(before, subject, object));
        }
        if (page.size() >= PAGE) {
            ask();
        }
        return made;
    }

    /** What was found, when the file was gone through. */
    Naming result() {
        ask();
        return (made, before, subject, object) -> found.getOrDefault(made, made);
    }

    private void ask() {
        var asked = page.values().stream()
                .map(Line::before)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        Map<String, Namesakes.Tied> there = known.ties(asked);
        page.forEach((made, line) -> line.before().stream()
                .filter(id -> isLine(there.get(id), line) && taken.add(id))
                .findFirst()
                .ifPresent(id -> found.put(made, id)));
        page.clear();
    }

    private static boolean isLine(Namesakes.@Nullable Tied tied, Line line) {
        return tied != null
                && tied.subject().equals(line.subject())
                && tied.object().equals(line.object())
                && MADE_OF_A_FILE.matcher(tied.source()).matches();
    }

    /** The ids of before: {@code source-target[-relation][-time]}, and of a parallel edge its own id behind that. */
    static List<String> ids(String source, String target, String relation, String from, String own) {
        String id = DeliveredFile.id(source)
                + "-" + DeliveredFile.id(target)
                + (relation.isEmpty() ? "" : "-" + DeliveredFile.id(relation))
                + (from.isEmpty() ? "" : "-" + DeliveredFile.id(from));
        return own.isEmpty()
                ? List.of(DeliveredFile.fitted(id))
                : List.of(DeliveredFile.fitted(id + "#" + DeliveredFile.id(own)), DeliveredFile.fitted(id));
    }
}
