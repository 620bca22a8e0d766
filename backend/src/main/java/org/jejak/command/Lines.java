package org.jejak.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of tables for people; unlike {@link List#of} they may have holes. */
final class Lines {

    private Lines() {}

    static List<@Nullable Object> row(@Nullable Object... cells) {
        var row = new ArrayList<@Nullable Object>(cells.length);
        Collections.addAll(row, cells);
        return row;
    }
}
