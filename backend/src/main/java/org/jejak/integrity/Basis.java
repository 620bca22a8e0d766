package org.jejak.integrity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.network.Grade;
import org.jejak.network.Key;

/**
 * What a row rests on: its key, and who says so. Two sources of one origin are one voice.
 *
 * @param record key of the row
 * @param said one for each source the viewer may see
 */
public record Basis(Key record, List<Said> said) {

    /**
     * @param origin who it comes from; a source that does not say is its own origin
     */
    public record Said(Key source, String kind, String origin, Grade grade) {}

    public Basis {
        said = List.copyOf(said);
    }

    public Set<String> origins() {
        return said.stream().map(Said::origin).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether somebody outside {@code origins} says it too. */
    public boolean restsBeside(Set<String> origins) {
        if (origins.isEmpty()) {
            return true;
        }
        for (Said s : said) {
            if (!origins.contains(s.origin())) {
                return true;
            }
        }
        return false;
    }

    /** What is left of it without one origin; nothing, if nobody else says it. */
    public Optional<Basis> without(String origin) {
        var left = said.stream().filter(s -> !s.origin().equals(origin)).toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(left.size() == said.size() ? this : new Basis(record, left));
    }

    /** Whether any source of it passes a usual minimum, C3. */
    public boolean isFairlyGraded() {
        return said.stream().anyMatch(s -> s.grade().passes(new Grade('C', 3)));
    }
}
