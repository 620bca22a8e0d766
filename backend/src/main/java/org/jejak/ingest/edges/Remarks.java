package org.jejak.ingest.edges;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what there is to remark while a file is gone through the first time. */
final class Remarks {

    private static final int EXAMPLES = 5;
    private static final int LONGEST_EXAMPLE = 60;

    private final Map<Remark, Long> counts = new EnumMap<>(Remark.class);
    private final Map<Remark, Set<String>> examples = new EnumMap<>(Remark.class);
    private boolean closed;

    void add(Remark remark, String example) {
        if (closed) {
            return;
        }
        counts.merge(remark, 1L, Long::sum);
        var some = examples.computeIfAbsent(remark, r -> new LinkedHashSet<>());
        if (some.size() <= EXAMPLES) {
            some.add(
                    example.length() <= LONGEST_EXAMPLE
                            ? example
                            : example.substring(0, example.offsetByCodePoints(0, LONGEST_EXAMPLE / 2)) + "…");
        }
    }

    /** From here on the file is only read again. */
    void close() {
        closed = true;
    }

    List<String> texts() {
        var texts = new ArrayList<String>();
        counts.forEach((remark, count) -> {
            var some = List.copyOf(examples.getOrDefault(remark, Set.of()));
            String shown = String.join(", ", some.subList(0, Math.min(EXAMPLES, some.size())));
            texts.add(remark.text(count, some.size() > EXAMPLES ? shown + ", …" : shown));
        });
        return texts;
    }
}
