package org.jejak.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jejak.analysis.StopSignal;
import org.jejak.audit.AuditLog;
import org.jejak.identity.OwnerOnly;
import org.jejak.identity.Vault;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Delivered;
import org.jejak.safeguard.Identities;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Protection;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;
import org.jejak.safeguard.SourceFiles;
import org.springframework.stereotype.Service;

/**
 * Hands a whole case over as data: what the viewer may see of it, and nothing else. Where somebody in it is protected,
 * they leave under pseudonyms and without what identifies them, by the same rules as in an evidence pack; under their own
 * names only for a prosecutor with a stated legal basis. Every handover is in the audit log before its first byte exists.
 */
@Service
public class Handovers {

    private static final int ROWS_AT_ONCE = 2_000;

    private final ReadingDoor door;
    private final Names names;
    private final Protection protection;
    private final Identities identities;
    private final SourceFiles sourceFiles;
    private final Vault vault;
    private final AuditLog audit;
    private final SecureRandom random = new SecureRandom();

    Handovers(
            ReadingDoor door,
            Names names,
            Protection protection,
            Identities identities,
            SourceFiles sourceFiles,
            Vault vault,
            AuditLog audit) {
        this.door = door;
        this.names = names;
        this.protection = protection;
        this.identities = identities;
        this.sourceFiles = sourceFiles;
        this.vault = vault;
        this.audit = audit;
    }

    /**
     * The rows of one delivery.
     *
     * @param held those of its rows that still wait
     * @param files sources of which it brought the file
     */
    private record Part(Delivered delivery, List<VisibleRecord> rows, List<VisibleRecord> held, Set<Key> files) {

        List<VisibleRecord> all() {
            return Stream.concat(rows.stream(), held.stream()).toList();
        }
    }

    /**
     * Writes it.
     *
     * @throws NotAllowed if the viewer may not export this case
     */
    public Handover.Done write(Viewer viewer, Handover handover) {
        require(viewer, handover);
        var mentions = identities.mentions(viewer);
        if (handover.legalBasis().isEmpty() && mentions.test(handover.why())) {
            throw new IllegalArgumentException("the reason names a victim or witness; it stands in the audit log");
        }
        String action = handover.legalBasis().isPresent() ? "hand over identified" : "hand over";
        audit.record(
                viewer,
                action,
                List.of("case " + handover.caseRef(), handover.form().name()),
                1);
        var within = viewer.within(Set.of(handover.caseRef()));
        var parts = handover.form() == Handover.Form.BUNDLE ? deliveries(within, handover) : current(within, handover);
        var withheld = new ArrayList<PackContent.Withheld>();
        var guarded = handover.legalBasis().isPresent() ? Set.<Key>of() : guarded(viewer, parts);
        var leaving = guarded.isEmpty() ? parts : safe(viewer, parts, guarded, mentions, withheld);
        try {
            return handover.form() == Handover.Form.BUNDLE
                    ? bundles(within, handover, leaving, withheld)
                    : stream(handover, leaving, withheld);
        } catch (IOException failed) {
            throw new UncheckedIOException("it cannot be written to " + handover.out(), failed);
        }
    }

    private static void require(Viewer viewer, Handover handover) {
        if (!viewer.cases().contains(handover.caseRef())) {
            throw NotAllowed.noCase(handover.caseRef());
        }
        boolean prosecutor = viewer.has(Role.PROSECUTOR) && !viewer.isOperator();
        if (handover.legalBasis().isPresent() && !prosecutor) {
            throw new NotAllowed("an identified export needs the prosecutor role and a stated legal basis");
        }
        if (!viewer.isOperator() && !viewer.has(Role.PROSECUTOR) && !viewer.has(Role.INVESTIGATOR)) {
            throw new NotAllowed("cases are handed over by prosecutors and investigators");
        }
    }

    private List<Part> deliveries(Viewer within, Handover handover) {
        var parts = new ArrayList<Part>();
        for (Delivered delivery : door.deliveries(within, handover.caseRef())) {
            var basis = handover.legalBasis();
            parts.add(new Part(
                    delivery,
                    basis.map(b -> identities.delivered(within, delivery, b))
                            .orElseGet(() -> door.delivered(within, delivery)),
                    basis.map(b -> identities.held(within, delivery, b)).orElseGet(() -> door.held(within, delivery)),
                    sourceFiles.kept(within, delivery)));
        }
        return parts;
    }

    /** What is current, files unknown to the contract included, as one part. */
    private List<Part> current(Viewer within, Handover handover) {
        var deliveries = door.deliveries(within, handover.caseRef());
        if (deliveries.isEmpty()) {
            return List.of();
        }
        var files = new LinkedHashSet<>(Reading.everything().files());
        files.addAll(door.count(within).keySet());
        var reading = new Reading(List.copyOf(files), Optional.empty(), Optional.empty(), true);
        var rows = door.records(within, reading);
        if (handover.legalBasis().isPresent()) {
            var keys = rows.stream().map(VisibleRecord::key).toList();
            rows = new ArrayList<>();
            for (int i = 0; i < keys.size(); i += ROWS_AT_ONCE) {
                var some = keys.subList(i, Math.min(i + ROWS_AT_ONCE, keys.size()));
                rows.addAll(identities.open(within, some, handover.legalBasis().get()));
            }
        }
        return List.of(new Part(deliveries.getLast(), rows, List.of(), Set.of()));
    }

    private Set<Key> guarded(Viewer viewer, List<Part> parts) {
        var waiting = new HashSet<Key>();
        parts.forEach(p -> waiting.addAll(protection.byWaiting(p.held())));
        return Guarded.of(door, protection, viewer, waiting, StopSignal.NEVER);
    }

    private List<Part> safe(
            Viewer viewer,
            List<Part> parts,
            Set<Key> guarded,
            java.util.function.Predicate<String> mentions,
            List<PackContent.Withheld> withheld) {
        var sources = new HashSet<Key>();
        parts.forEach(p -> p.all().stream()
                .filter(r -> Ends.touches(r, guarded))
                .forEach(r -> r.statements().forEach(s -> sources.add(s.source()))));
        var kinds = new HashMap<Key, EntityKind>();
        var rows = new HashSet<Key>();
        for (Part part : parts) {
            for (VisibleRecord record : part.all()) {
                if (VictimSafe.needsAnotherKey(record, guarded, sources)) {
                    rows.add(record.key());
                }
                Ends.of(record).keySet().stream()
                        .filter(guarded::contains)
                        .forEach(key -> kinds.putIfAbsent(key, EntityKind.PERSON));
            }
        }
        names.of(viewer, kinds.keySet()).forEach((key, shown) -> kinds.put(key, shown.kind()));
        byte[] release = new byte[16];
        random.nextBytes(release);
        var pseudonyms = Pseudonyms.of("HANDOVER", HexFormat.of().formatHex(release), kinds, rows, vault, random);
        var leaving = new ArrayList<Part>();
        for (Part part : parts) {
            var safe = new VictimSafe(guarded, sources, mentions, pseudonyms);
            var waiting = part.held().stream()
                    .filter(r -> !Ends.touches(r, guarded) && !guarded.contains(r.key()))
                    .toList();
            for (int i = waiting.size(); i < part.held().size(); i++) {
                withheld.add(
                        new PackContent.Withheld("a row that waits", "names or comes from a victim or witness", ""));
            }
            leaving.add(new Part(
                    part.delivery(),
                    safe.of(part.rows()),
                    safe.of(waiting),
                    files(viewer, part, sources, pseudonyms, withheld)));
            withheld.addAll(safe.withheld());
        }
        return leaving;
    }

    /** A scan cannot be pseudonymised: files of sources that speak of somebody protected stay, and their digests leave. */
    private Set<Key> files(
            Viewer viewer, Part part, Set<Key> sources, Pseudonyms pseudonyms, List<PackContent.Withheld> withheld) {
        var leaving = new HashSet<Key>();
        for (Key source : part.files()) {
            if (sources.contains(source)) {
                withheld.add(new PackContent.Withheld(
                        "the file of " + pseudonyms.key(source),
                        "its source speaks of a victim or witness",
                        sourceFiles.sha256(viewer, part.delivery(), source)));
            } else {
                leaving.add(source);
            }
        }
        return leaving;
    }

    private Handover.Done bundles(
            Viewer within, Handover handover, List<Part> parts, List<PackContent.Withheld> withheld)
            throws IOException {
        if (Files.exists(handover.out())) {
            throw new FileAlreadyExistsException(handover.out().toString());
        }
        var bundles = new ArrayList<BundleForm>();
        for (Part part : parts) {
            var byNamespace = new TreeMap<String, List<VisibleRecord>>();
            part.all()
                    .forEach(r -> byNamespace
                            .computeIfAbsent(r.key().namespace(), n -> new ArrayList<>())
                            .add(r));
            byNamespace.forEach((namespace, rows) ->
                    bundles.add(new BundleForm(part.delivery(), namespace, handover.caseRef(), rows, part.files())));
        }
        var written = new ArrayList<Path>();
        long rows = 0;
        for (int i = 0; i < bundles.size(); i++) {
            Path folder = bundles.size() == 1
                    ? handover.out()
                    : OwnerOnly.directory(handover.out())
                            .resolve("%03d-%s".formatted(i + 1, bundles.get(i).namespace()));
            withheld.addAll(bundles.get(i).write(folder, sourceFiles, within));
            written.add(folder);
            rows += bundles.get(i).rows().size();
        }
        return new Handover.Done(handover.form(), written, rows, withheld);
    }

    private static Handover.Done stream(Handover handover, List<Part> parts, List<PackContent.Withheld> withheld)
            throws IOException {
        if (Files.exists(handover.out())) {
            throw new FileAlreadyExistsException(handover.out().toString());
        }
        var rows = parts.stream().flatMap(p -> p.rows().stream()).toList();
        long entities = 0;
        try (var out = Files.newOutputStream(OwnerOnly.file(handover.out().toAbsolutePath()))) {
            for (byte[] line : new FtmForm(rows).lines()) {
                out.write(line);
                out.write('\n');
                entities++;
            }
        }
        return new Handover.Done(handover.form(), List.of(handover.out()), entities, withheld);
    }
}
