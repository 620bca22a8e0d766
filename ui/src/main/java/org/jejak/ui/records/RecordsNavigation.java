package org.jejak.ui.records;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Optional;
import org.jejak.network.Key;

/** The way to loads, waiting rows, sources and all rows from elsewhere. */
public final class RecordsNavigation {

    static final String LOADS = "records";
    static final String WAITING = "records/waiting";
    static final String SOURCES = "records/sources";

    static final String ALL = "records/all";

    static final String LOAD = "load";
    static final String FILE = "file";
    static final String SOURCE = "source";

    private RecordsNavigation() {}

    /** Opens the list of loads, where records are brought in. */
    public static void loads(UI ui) {
        ui.navigate(LOADS);
    }

    /** Opens what one load did. */
    public static void load(UI ui, String load) {
        ui.navigate(LOADS, QueryParameters.simple(Map.of(LOAD, load)));
    }

    /** Opens the rows of one load that wait for others. */
    public static void waiting(UI ui, String load) {
        ui.navigate(WAITING, QueryParameters.simple(Map.of(LOAD, load)));
    }

    /** Opens the rows that rest on one source. */
    public static void source(UI ui, Key source) {
        ui.navigate(SOURCES, QueryParameters.simple(Map.of(SOURCE, source.value())));
    }

    /** Opens all rows of one file. */
    public static void file(UI ui, String file) {
        ui.navigate(ALL, QueryParameters.simple(Map.of(FILE, file)));
    }

    static Optional<Key> source(QueryParameters parameters) {
        return parameters
                .getSingleParameter(SOURCE)
                .filter(text -> text.indexOf(':') > 0 && !text.endsWith(":"))
                .map(Key::new);
    }
}
