package org.jejak.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A whole case for another tool or another Jejak.
 *
 * @param why what for
 * @param legalBasis present if victims and witnesses are to stand under their own names
 * @param out folder of the bundle, or file of the stream; must not be there yet
 */
public record Handover(String caseRef, Form form, String why, Optional<String> legalBasis, Path out) {

    /** What it leaves as. */
    public enum Form {
        /** Record bundles that load back to the same graph, one for each delivery. */
        BUNDLE,
        /** One FollowTheMoney entity a line. */
        FTM
    }

    /**
     * What left.
     *
     * @param parts files or folders that were written
     * @param rows rows of the bundles, or entities of the stream
     */
    public record Done(Form form, List<Path> parts, long rows, List<PackContent.Withheld> withheld) {

        public Done {
            parts = List.copyOf(parts);
            withheld = List.copyOf(withheld);
        }
    }

    public Handover {
        if (why.isBlank()) {
            throw new IllegalArgumentException("say what it is for");
        }
        if (legalBasis.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("an identified export needs a stated legal basis");
        }
    }
}
