package org.jejak.ui.network;

import java.util.Collection;
import org.jejak.network.Key;

/** Opens the rows behind a line or a value, as they were known from where the reader looks. */
interface Rows {
    void open(String title, Collection<Key> rows);
}
