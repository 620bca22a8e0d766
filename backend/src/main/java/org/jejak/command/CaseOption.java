package org.jejak.command;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jejak.ingest.Delivery;
import org.jejak.network.NotAllowed;
import org.jejak.network.Viewer;

/** What {@code --case} means: any case of letters is taken where it says which case is meant. */
final class CaseOption {

    private CaseOption() {}

    /**
     * A case of the viewer's.
     *
     * @throws NotAllowed if they may see none of that name, with how a case is written
     */
    static String of(Viewer viewer, String typed) {
        try {
            return viewer.caseNamed(typed);
        } catch (NotAllowed none) {
            throw new NotAllowed(
                    none.getMessage() + "; a case is written as './jejak cases' lists it, for instance --case WK-2015");
        }
    }

    static List<String> of(Viewer viewer, Collection<String> typed) {
        return typed.stream().map(one -> of(viewer, one)).distinct().toList();
    }

    /**
     * The case that records are loaded into, which need not be there yet. All are written in capital letters, so there is
     * only one that can be meant.
     */
    static String toLoadInto(String typed) {
        String name = typed.strip().toUpperCase(Locale.ROOT);
        if (!Delivery.NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + typed + "' names no case; a case is 1 to 64 of A-Z, 0-9, '.', '_' and '-', beginning with a"
                            + " letter or digit, for instance --case WK-2015");
        }
        return name;
    }
}
