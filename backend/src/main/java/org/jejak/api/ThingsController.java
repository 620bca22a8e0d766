package org.jejak.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jejak.access.Viewers;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.RecordFile;
import org.jejak.safeguard.Dossiers;
import org.jejak.safeguard.KnownSources;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Search;
import org.jejak.safeguard.Surroundings;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finding persons and things, what is said of one, and what stands around it. */
@RestController
class ThingsController {

    private static final int MOST = 500;

    private final Viewers viewers;
    private final Search search;
    private final Dossiers dossiers;
    private final Surroundings surroundings;
    private final Names names;
    private final KnownSources sources;

    ThingsController(
            Viewers viewers,
            Search search,
            Dossiers dossiers,
            Surroundings surroundings,
            Names names,
            KnownSources sources) {
        this.viewers = viewers;
        this.search = search;
        this.dossiers = dossiers;
        this.surroundings = surroundings;
        this.names = names;
        this.sources = sources;
    }

    record Thing(String id, String name, String kind, String subKind, boolean guarded) {

        static Thing of(Names.Shown shown) {
            return new Thing(shown.key().value(), shown.name(), word(shown.kind()), shown.subKind(), shown.guarded());
        }
    }

    record Hit(Thing thing, String column, String value) {}

    record HitsBody(List<Hit> hits) {}

    /** Things that have every typed word, or a number or plate that begins as typed. */
    @GetMapping("/api/search")
    HitsBody search(
            @ParameterObject WithoutParameters without,
            @RequestParam("q") String text,
            @RequestParam(name = "kind", required = false, defaultValue = "") List<String> kinds,
            @RequestParam(name = "limit", defaultValue = "50") int limit) {
        return new HitsBody(
                search.find(without.of(viewers.current(), sources), text, kinds(kinds), limited(limit)).stream()
                        .map(h -> new Hit(Thing.of(h.thing()), h.column(), h.value()))
                        .toList());
    }

    record Statement(String source, String grade, String handling) {}

    record Said(String value, String row, boolean contradicts, String span, List<Statement> statements) {}

    record DossierBody(Thing thing, SortedMap<String, List<Said>> values, SortedMap<String, Long> rows) {}

    /** What is said of one thing, each value with its sources. */
    @GetMapping("/api/thing")
    DossierBody thing(@ParameterObject WithoutParameters without, @RequestParam("key") String key) {
        var dossier = dossiers.of(without.of(viewers.current(), sources), new Key(key))
                .orElseThrow(() -> nothing(key));
        var values = new java.util.TreeMap<String, List<Said>>();
        dossier.values()
                .forEach((property, said) -> values.put(
                        property, said.stream().map(ThingsController::said).toList()));
        return new DossierBody(Thing.of(dossier.thing()), values, dossier.rows());
    }

    private static Said said(Dossiers.Said said) {
        return new Said(
                said.value(),
                said.row().value(),
                said.contradicts(),
                said.span(),
                said.statements().stream()
                        .map(s -> new Statement(
                                s.source().value(),
                                s.grade().toString(),
                                s.handling().label()))
                        .toList());
    }

    record CountBody(String kind, String file, long things, long rows) {}

    record CountsBody(List<CountBody> counts) {}

    /** How much of what stands one row away; before anything is fetched. */
    @GetMapping("/api/thing/counts")
    CountsBody counts(@ParameterObject WithoutParameters without, @RequestParam("key") String key) {
        return new CountsBody(surroundings.count(without.of(viewers.current(), sources), new Key(key)).stream()
                .map(c -> new CountBody(word(c.kind()), c.file(), c.things(), c.rows()))
                .toList());
    }

    record Neighbour(Thing thing, long rows) {}

    record NeighboursBody(List<Neighbour> neighbours) {}

    /** A page of what stands one row away, most rows first. */
    @GetMapping("/api/thing/neighbours")
    NeighboursBody neighbours(
            @ParameterObject WithoutParameters without,
            @RequestParam("key") String key,
            @RequestParam(name = "kind", required = false, defaultValue = "") List<String> kinds,
            @RequestParam(name = "file", required = false, defaultValue = "") List<String> files,
            @RequestParam(name = "skip", defaultValue = "0") int skip,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        var viewer = without.of(viewers.current(), sources);
        var found = surroundings.neighbours(
                viewer, new Key(key), kindsOrAll(kinds), files(files), Math.max(0, skip), limited(limit));
        var shown =
                names.of(viewer, found.stream().map(Surroundings.Neighbour::key).toList());
        var page = new ArrayList<Neighbour>();
        for (var neighbour : found) {
            var thing = shown.get(neighbour.key());
            if (thing != null) {
                page.add(new Neighbour(Thing.of(thing), neighbour.rows()));
            }
        }
        return new NeighboursBody(page);
    }

    /** From when to when the row says so, as written; what nobody says is empty. */
    record BetweenBody(String a, String b, String row, String file, String relation, String from, String to) {}

    record RowsBetweenBody(List<BetweenBody> rows) {}

    /** Every row that names two of the given things. */
    @GetMapping("/api/rows-between")
    RowsBetweenBody between(@ParameterObject WithoutParameters without, @RequestParam("key") List<String> keys) {
        if (keys.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " keys at a time");
        }
        return new RowsBetweenBody(
                surroundings
                        .between(
                                without.of(viewers.current(), sources),
                                keys.stream().map(Key::new).toList())
                        .stream()
                        .map(r -> new BetweenBody(
                                r.a().value(),
                                r.b().value(),
                                r.row().value(),
                                r.file(),
                                r.relation(),
                                r.time().from(),
                                r.time().to()))
                        .toList());
    }

    static NotAllowed nothing(String key) {
        return new NotAllowed("there is no " + key + " that you may see");
    }

    private static int limited(int limit) {
        return Math.clamp(limit, 1, MOST);
    }

    private static String word(EntityKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** A filter that is not given lets everything through. */
    private static Set<EntityKind> kindsOrAll(List<String> words) {
        return words.isEmpty() ? EnumSet.allOf(EntityKind.class) : kinds(words);
    }

    private static Set<String> files(List<String> names) {
        return Arrays.stream(RecordsController.files(names))
                .map(RecordFile::fileName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<EntityKind> kinds(List<String> words) {
        return words.stream()
                .map(word -> Arrays.stream(EntityKind.values())
                        .filter(k -> k.name().equalsIgnoreCase(word.strip()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no kind of thing")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
