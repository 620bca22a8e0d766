package org.jejak.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jejak.analysis.MeasureStopped;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.StopSignal;
import org.jejak.audit.AuditLog;
import org.jejak.identity.OwnerOnly;
import org.jejak.identity.Vault;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.RecordFile;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Identities;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Protection;
import org.jejak.safeguard.ReadingDoor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Makes evidence packs of what a viewer may see. By default victims and witnesses stand under pseudonyms; under their own
 * names only for a prosecutor with a stated legal basis. Every export is in the audit log before its bytes exist.
 */
@Service
public class Exports {

    private static final int ROWS_AT_ONCE = 2000;

    /** How far it is, as far as one can say, when each part begins. */
    private static final double CHOOSING = 0.05;

    private static final double READING = 0.3;
    private static final double MAKING_SAFE = 0.5;
    private static final double WRITING = 0.6;

    private final ReadingDoor door;
    private final Names names;
    private final Protection protection;
    private final Identities identities;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;
    private final Path keys;
    private final SecureRandom random = new SecureRandom();

    Exports(
            ReadingDoor door,
            Names names,
            Protection protection,
            Identities identities,
            Vault vault,
            AuditLog audit,
            Clock clock,
            @Value("${jejak.keys}") Path keys) {
        this.door = door;
        this.names = names;
        this.protection = protection;
        this.identities = identities;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.keys = keys;
    }

    /** Makes a pack, whatever it takes. */
    public Exported export(Viewer viewer, ExportRequest request) {
        return export(viewer, request, RunControl.PLAIN);
    }

    /**
     * Makes a pack, unless it is told to stop; then there is none, and the log says so where it had said that one is made.
     *
     * @throws NotAllowed if the viewer may not export this, or something asked for is not there for them
     * @throws IllegalArgumentException if the reason or the exhibit number names somebody protected
     * @throws MeasureStopped if it was told to stop
     */
    public Exported export(Viewer viewer, ExportRequest request, RunControl control) {
        require(viewer, request);
        var stop = control.stop();
        var within = viewer.within(Set.of(request.caseRef()));
        var guarded = request.legalBasis().isPresent()
                ? Set.<Key>of()
                : Guarded.of(door, protection, viewer, List.of(), stop);
        control.progress().advanced("choosing", CHOOSING);
        var selection = Selection.of(door, within, request.ids(), guarded, stop);
        var mentions = identities.mentions(viewer, guarded);
        if (request.legalBasis().isEmpty() && (mentions.test(request.why()) || mentions.test(request.exhibit()))) {
            throw new IllegalArgumentException(
                    "the reason or the exhibit number names a victim or witness; it would stand in the pack");
        }
        stop.check();
        var objects = objects(request, selection);
        audit.record(
                viewer,
                request.legalBasis().isPresent() ? "export identified" : "export",
                objects,
                selection.rows().size());
        try {
            return made(viewer, within, request, selection, guarded, mentions, control);
        } catch (MeasureStopped | PackTooLarge nothing) {
            audit.record(viewer, "export ended without a pack", objects, 0);
            throw nothing;
        }
    }

    private Exported made(
            Viewer viewer,
            Viewer within,
            ExportRequest request,
            Selection selection,
            Set<Key> guarded,
            Predicate<String> mentions,
            RunControl control) {
        var stop = control.stop();
        String release = release();
        control.progress().advanced("reading", READING);
        var records = rows(within, request, selection, stop);
        var pseudonyms = pseudonyms(viewer, request, release, selection, guarded, records);
        control.progress().advanced("making safe", MAKING_SAFE);
        Predicate<String> mentioning = text -> {
            stop.check();
            return mentions.test(text);
        };
        var safe = new VictimSafe(guarded, selection.sourcesOfGuarded(), mentioning, pseudonyms)
                .sayingOf(protection.children(viewer), protection.missing(viewer));
        var leaving = request.legalBasis().isPresent() ? records : safe.of(records);
        stop.check();
        var content = content(within, request, release, selection, pseudonyms, leaving, safe.withheld(), stop);
        var pack = PackWriter.write(content, SigningKeys.in(keys), control.part(WRITING, 1));
        stop.check();
        return new Exported(
                pack.bytes(),
                content.exhibit(),
                pack.fingerprint(),
                pack.manifestSha256(),
                content.entities().size(),
                content.links().size(),
                content.withheld(),
                content.leftOut());
    }

    /** The same, into a file that only its owner can read; an older file of that name is replaced when the new is whole. */
    public Exported export(Viewer viewer, ExportRequest request, Path out) {
        Path folder = out.toAbsolutePath().normalize().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UncheckedIOException(
                    "the pack cannot be written to " + out, new NoSuchFileException(folder.toString()));
        }
        var exported = export(viewer, request);
        try {
            OwnerOnly.replace(out.toAbsolutePath().normalize(), exported.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the pack cannot be written to " + out, e);
        }
        return exported;
    }

    /**
     * The salt with which a court can confirm that a pseudonym of one pack is {@code person}: SHA-256 over the salt, a
     * blank and the person's key is the commitment that stands in the pack.
     *
     * @param release the pack's {@code release}
     */
    public String openCommitment(Viewer viewer, String release, Key person, String purpose) {
        if (identities.open(viewer, List.of(person), purpose).isEmpty()) {
            throw new NotAllowed("there is no " + person + " that you may see");
        }
        return Pseudonyms.salt(vault, release, person);
    }

    private static void require(Viewer viewer, ExportRequest request) {
        if (!viewer.cases().contains(request.caseRef())) {
            throw NotAllowed.noCase(request.caseRef());
        }
        boolean prosecutor = viewer.has(Role.PROSECUTOR) && !viewer.isOperator();
        if (request.legalBasis().isPresent() && !prosecutor) {
            throw new NotAllowed("an identified pack needs the prosecutor role and a stated legal basis");
        }
        if (!viewer.isOperator() && !viewer.has(Role.PROSECUTOR) && !viewer.has(Role.INVESTIGATOR)) {
            throw new NotAllowed("packs are made by prosecutors and investigators");
        }
    }

    private static List<String> objects(ExportRequest request, Selection selection) {
        var objects = new ArrayList<String>();
        objects.add("case " + request.caseRef());
        objects.add("exhibit " + request.exhibit());
        selection.entities().forEach(k -> objects.add(k.value()));
        return objects;
    }

    private String release() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private List<VisibleRecord> rows(Viewer viewer, ExportRequest request, Selection selection, StopSignal stop) {
        var wanted = new TreeSet<>(selection.rows());
        wanted.addAll(selection.sources());
        var keysInOrder = List.copyOf(wanted);
        var found = new ArrayList<VisibleRecord>();
        for (int i = 0; i < keysInOrder.size(); i += ROWS_AT_ONCE) {
            stop.check();
            var some = keysInOrder.subList(i, Math.min(i + ROWS_AT_ONCE, keysInOrder.size()));
            found.addAll(
                    request.legalBasis().isPresent()
                            ? identities.open(viewer, some, request.legalBasis().get())
                            : door.byKey(viewer, some));
        }
        return found;
    }

    private Pseudonyms pseudonyms(
            Viewer viewer,
            ExportRequest request,
            String release,
            Selection selection,
            Set<Key> guarded,
            List<VisibleRecord> records) {
        var kinds = new HashMap<Key, EntityKind>();
        var rows = new HashSet<Key>();
        for (VisibleRecord record : records) {
            if (VictimSafe.needsAnotherKey(record, guarded, selection.sourcesOfGuarded())) {
                rows.add(record.key());
            }
            if (guarded.contains(record.key())) {
                record.recordFile().flatMap(RecordFile::describes).ifPresent(kind -> kinds.put(record.key(), kind));
            }
            Ends.of(record).keySet().stream()
                    .filter(guarded::contains)
                    .forEach(key -> kinds.putIfAbsent(key, EntityKind.PERSON));
        }
        rows.addAll(selection.dutiesTowardsGuarded());
        names.of(viewer, kinds.keySet()).forEach((key, shown) -> kinds.put(key, shown.kind()));
        return Pseudonyms.of(request.exhibit(), release, kinds, rows, vault, random);
    }

    private PackContent content(
            Viewer viewer,
            ExportRequest request,
            String release,
            Selection selection,
            Pseudonyms pseudonyms,
            List<VisibleRecord> records,
            List<PackContent.Withheld> withheld,
            StopSignal stop) {
        Instant now = clock.instant();
        var entities = entities(viewer, request, selection, pseudonyms, records);
        var known = new HashSet<Key>();
        entities.forEach(e -> known.add(e.key()));
        var links = new ArrayList<PackContent.Link>();
        records.stream().filter(r -> !r.file().equals("sources")).forEach(r -> links.addAll(Ends.links(r, known)));
        return new PackContent(
                request.caseRef(),
                request.exhibit(),
                strictest(records),
                request.why(),
                viewer.user(),
                now,
                request.legalBasis(),
                entities,
                links,
                records,
                method(viewer.without(), selection, pseudonyms),
                CustodyActs.of(audit, viewer, request, records, selection, pseudonyms, now, stop),
                withheld,
                leftOut(selection, pseudonyms),
                new TreeMap<>(),
                audit.head().toString(),
                release);
    }

    private List<PackContent.Entity> entities(
            Viewer viewer,
            ExportRequest request,
            Selection selection,
            Pseudonyms pseudonyms,
            List<VisibleRecord> records) {
        var shown = names.of(viewer, selection.entities());
        var roles = new HashMap<Key, List<String>>();
        var rows = new HashMap<Key, List<Key>>();
        var own = new HashMap<Key, VisibleRecord>();
        for (VisibleRecord record : records) {
            own.put(record.key(), record);
            Ends.of(record)
                    .keySet()
                    .forEach(k ->
                            rows.computeIfAbsent(k, any -> new ArrayList<>()).add(record.key()));
            if (record.file().equals("roles")) {
                record.reference("person")
                        .ifPresent(person -> roles.computeIfAbsent(person, any -> new ArrayList<>())
                                .add(record.cell("role") + (record.isTrue("coerced") ? " (coerced)" : "")));
            }
        }
        var entities = new ArrayList<PackContent.Entity>();
        for (Key real : selection.entities()) {
            var entity = shown.get(real);
            if (entity == null) {
                continue;
            }
            var key = pseudonyms.key(real);
            boolean replaced = pseudonyms.replaces(real);
            String open = Optional.ofNullable(own.get(real))
                    .map(r -> r.cell(entity.kind() == EntityKind.PERSON ? "name" : "number"))
                    .orElse("");
            String name = request.legalBasis().isPresent() && entity.guarded() && !open.isEmpty()
                    ? open
                    : pseudonyms.name(real).orElse(entity.name());
            entities.add(new PackContent.Entity(
                    key,
                    entity.kind(),
                    name,
                    replaced,
                    replaced ? pseudonyms.commitment(real) : "",
                    roles.getOrDefault(key, List.of()),
                    rows.getOrDefault(key, List.of())));
        }
        return entities;
    }

    private static Handling strictest(List<VisibleRecord> records) {
        return records.stream()
                .flatMap(r -> r.statements().stream())
                .map(VisibleRecord.Statement::handling)
                .max(Comparator.naturalOrder())
                .orElse(Handling.AMBER);
    }

    private Map<String, Object> method(Set<Key> without, Selection selection, Pseudonyms pseudonyms) {
        String version = Exports.class.getPackage().getImplementationVersion();
        var method = new LinkedHashMap<String, Object>();
        method.put("software", "Jejak " + (version == null ? "development" : version));
        method.put("store", door.state());
        method.put(
                "selected",
                selection.entities().stream()
                        .map(k -> pseudonyms.key(k).value())
                        .sorted()
                        .toList());
        method.put(
                "rule",
                "every row that describes a selected entity or says something of it alone, every row that names two of"
                        + " them, and the sources of these rows, as far as the exporter may see them");
        method.put(
                "protection",
                "victims, survivors and witnesses of the exporter's cases: key and name replaced for this pack only,"
                        + " identifying cells left out, attributes that fewer than five of them share left out, times"
                        + " on rows that name them cut to the month, free text left out where its source speaks of"
                        + " one or it mentions one");
        if (!without.isEmpty()) {
            method.put(
                    "withoutSource", without.stream().map(Key::value).sorted().toList());
        }
        method.put("measures", List.of());
        return method;
    }

    private static List<PackContent.LeftOut> leftOut(Selection selection, Pseudonyms pseudonyms) {
        return selection.leftOut().stream()
                .map(l -> new PackContent.LeftOut(
                        pseudonyms.key(l.record()),
                        l.why(),
                        l.about().stream().map(pseudonyms::key).toList()))
                .toList();
    }
}
