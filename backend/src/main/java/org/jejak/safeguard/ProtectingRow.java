package org.jejak.safeguard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.network.Key;
import org.jejak.network.Protecting;
import org.jejak.network.RecordFile;

/**
 * A row that claims to protect somebody.
 *
 * @param cells open and sealed ones, as far as their key still exists
 * @param doors by which a viewer sees the row
 * @param stands whether it is accepted and not withdrawn: what was withdrawn may still protect, but it ends nothing
 * @param claims what it claims, as far as it alone can tell; at least one
 */
record ProtectingRow(
        Key key,
        RecordFile file,
        Map<String, String> cells,
        Set<String> doors,
        Instant delivered,
        boolean stands,
        List<Protecting.Claim> claims) {

    ProtectingRow {
        cells = Map.copyOf(cells);
        doors = Set.copyOf(doors);
        claims = List.copyOf(claims);
    }

    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    LocalDate deliveredOn() {
        return delivered.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
