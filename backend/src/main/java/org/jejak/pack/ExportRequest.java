package org.jejak.pack;

import java.util.List;
import java.util.Optional;
import org.jejak.network.Key;

/**
 * What somebody wants to take away.
 *
 * @param ids entities, or rows, which bring the entities they name
 * @param exhibit number the exhibit has in court
 * @param why what for
 * @param legalBasis present if victims and witnesses are to stand under their own names
 */
public record ExportRequest(String caseRef, List<Key> ids, String exhibit, String why, Optional<String> legalBasis) {

    public ExportRequest {
        ids = ids.stream().distinct().toList();
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("nothing is chosen: name at least one id");
        }
        if (exhibit.isBlank() || exhibit.length() > 64) {
            throw new IllegalArgumentException("an exhibit number has 1 to 64 characters");
        }
        if (why.isBlank()) {
            throw new IllegalArgumentException("say what the pack is for");
        }
        if (legalBasis.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("an identified pack needs a stated legal basis");
        }
    }
}
