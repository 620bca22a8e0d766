package org.jejak.ui.network;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.ui.leftout.LeftOut;

/** The way to the network view from elsewhere. */
public final class NetworkNavigation {

    static final String SHOWN = "show";
    static final String CASE = "case";
    static final String FIND = "find";
    static final String VIEW = "view";
    static final String UNFINISHED = "drawing";

    private static final String HIDDEN = "hide";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String KNOWN = "known";
    private static final String DIRECT = "direct";

    /** Addresses longer than this are cut off on their way; a drawing of more is named as the session knows it. */
    private static final int MOST_IN_ADDRESS = 60;

    private NetworkNavigation() {}

    /** Opens the view with these things drawn, as if the sources in {@code without} had never been. */
    public static void show(UI ui, Collection<Key> things, Set<Key> without) {
        var drawings = UnfinishedDrawings.ofSession();
        String id = drawings.begin();
        var sheet = Sheet.BLANK.with(things).leavingOut(without);
        drawings.keep(id, sheet);
        ui.navigate("network", parameters(sheet, id));
    }

    /** Opens the view with all people of a case. */
    public static void showCase(UI ui, String caseRef) {
        ui.navigate("network", QueryParameters.simple(Map.of(CASE, caseRef)));
    }

    /** Opens the view with what these words find. */
    public static void find(UI ui, String words) {
        ui.navigate("network", QueryParameters.simple(Map.of(FIND, words)));
    }

    static QueryParameters parametersOfView(String id) {
        return QueryParameters.simple(Map.of(VIEW, id));
    }

    /**
     * What it takes to draw this again: its things, its conditions and the sources left out.
     *
     * @param unfinished under which name the session knows the drawing, for one of more things than an address can hold
     */
    static QueryParameters parameters(Sheet sheet, String unfinished) {
        return new LeftOut(sheet.leftOut()).addedTo(drawn(sheet, unfinished));
    }

    private static QueryParameters drawn(Sheet sheet, String unfinished) {
        if (sheet.things().isEmpty()) {
            return QueryParameters.empty();
        }
        if (sheet.things().size() > MOST_IN_ADDRESS) {
            return QueryParameters.simple(Map.of(UNFINISHED, unfinished));
        }
        var parameters = new TreeMap<String, List<String>>();
        parameters.put(SHOWN, sheet.things().stream().map(Key::value).toList());
        if (!sheet.hidden().isEmpty()) {
            parameters.put(
                    HIDDEN,
                    sheet.hidden().stream()
                            .sorted()
                            .map(NetworkNavigation::word)
                            .toList());
        }
        sheet.from().ifPresent(day -> parameters.put(FROM, List.of(day)));
        sheet.until().ifPresent(day -> parameters.put(UNTIL, List.of(day)));
        sheet.known().ifPresent(day -> parameters.put(KNOWN, List.of(day)));
        if (!sheet.peopleTies()) {
            parameters.put(DIRECT, List.of(""));
        }
        return new QueryParameters(parameters);
    }

    /** The drawing that an address asks for; blank where it asks for none. What it does not understand is passed over. */
    static Sheet sheet(QueryParameters parameters) {
        var things = parameters.getParameters(SHOWN).stream()
                .filter(text -> text.indexOf(':') > 0 && !text.endsWith(":"))
                .limit(MOST_IN_ADDRESS)
                .map(Key::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var leftOut = LeftOut.in(parameters).sources();
        if (things.isEmpty()) {
            return Sheet.BLANK.leavingOut(leftOut);
        }
        var asked = parameters.getParameters(HIDDEN);
        var hidden = ElementsTable.entities().stream()
                .filter(kind -> asked.contains(word(kind)))
                .collect(Collectors.toSet());
        return new Sheet(
                things,
                hidden,
                day(parameters, FROM),
                day(parameters, UNTIL),
                parameters.getParameters(DIRECT).isEmpty(),
                day(parameters, KNOWN),
                leftOut);
    }

    private static Optional<String> day(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).filter(NetworkNavigation::isDay);
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException other) {
            return false;
        }
    }

    private static String word(EntityKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
