package org.jejak.ui.leftout;

import com.vaadin.flow.router.QueryParameters;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.projection.NetworkQuestion;

/**
 * The sources that a page leaves out, as if they had never been. They stand in its address, {@code without=KEY} for each;
 * what can be no source is passed over.
 */
public record LeftOut(Set<Key> sources) {

    private static final String PARAMETER = "without";

    public LeftOut {
        sources = Set.copyOf(sources);
    }

    /** What {@code address} leaves out. */
    public static LeftOut in(QueryParameters address) {
        return new LeftOut(address.getParameters(PARAMETER).stream()
                .filter(text -> text.indexOf(':') > 0 && !text.endsWith(":"))
                .map(Key::new)
                .filter(key -> key.isOf(RecordFile.SOURCES))
                .collect(Collectors.toSet()));
    }

    /** The viewer who does not see them. */
    public Viewer of(Viewer viewer) {
        return viewer.withoutSources(sources);
    }

    /** The question that names them, so that its answer says so wherever it is kept. */
    public NetworkQuestion of(NetworkQuestion question) {
        return question.withoutSources(sources);
    }

    /** The same without one of them, which counts again. */
    LeftOut but(Key source) {
        var rest = new TreeSet<>(sources);
        rest.remove(source);
        return new LeftOut(rest);
    }

    /** {@code address} with these left out and no others. */
    public QueryParameters addedTo(QueryParameters address) {
        return sources.isEmpty()
                ? address.excluding(PARAMETER)
                : address.merging(
                        PARAMETER, sources.stream().map(Key::value).sorted().toArray(String[]::new));
    }
}
