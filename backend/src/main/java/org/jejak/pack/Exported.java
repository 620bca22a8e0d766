package org.jejak.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pack that was made, and what whoever made it must be told.
 *
 * @param manifestSha256 the one number to write down elsewhere
 * @param withheld what was not put in, and why
 * @param leftOut records outside the selection that speak against it or explain it: the disclosure warning
 */
public record Exported(
        byte[] bytes,
        String exhibit,
        String fingerprint,
        String manifestSha256,
        int entities,
        int links,
        List<PackContent.Withheld> withheld,
        List<PackContent.LeftOut> leftOut) {

    /** The answer of {@code export} in the terms of the command line's contract. */
    public Map<String, Object> summary(String pack) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("pack", pack);
        summary.put("exhibit", exhibit);
        summary.put("fingerprint", fingerprint);
        summary.put("manifestSha256", manifestSha256);
        summary.put("entities", entities);
        summary.put("links", links);
        summary.put(
                "withheld",
                withheld.stream()
                        .map(w -> Map.of("what", w.what(), "why", w.why()))
                        .toList());
        summary.put(
                "leftOut",
                leftOut.stream()
                        .map(l -> Map.of("record", l.record().value(), "why", l.why()))
                        .toList());
        return summary;
    }
}
