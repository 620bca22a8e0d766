package org.jejak.network;

import java.util.Arrays;
import java.util.List;

/** Cells that hold several values: <em>lists are separated by {@code |}</em>. */
public final class CellList {

    private CellList() {}

    /** The values of a cell, in the order in which they are written; none of an empty cell. */
    public static List<String> of(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split("\\|"));
    }
}
