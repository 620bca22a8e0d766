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
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jejak.analysis.StopSignal;
import org.jejak.audit.AuditLog;
import org.jejak.identity.OwnerOnly;
import org.jejak.identity.Vault;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.RecordFile;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Delivered;
import org.jejak.safeguard.Identities;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.PartlyOpen;
import org.jejak.safeguard.Protection;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;
import org.jejak.safeguard.SourceFiles;
import org.springframework.stereotype.Service;

/**
 * Hands a whole case over as data: what the viewer may see of it, and all of that. Who in it is protected leaves under a
 * pseudonym and without what identifies them; every other cell of every row stays as it came, and each that does not is
 * listed with why. Under their own names they leave only for a prosecutor with a stated legal basis. Every handover is in
 * the audit log before its first byte exists.
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
     * @param closed which cells of a row did not come here, because they identify somebody protected
     * @param files sources of which it brought the file
     */
    private record Part(
            Delivered delivery,
            List<VisibleRecord> rows,
            List<VisibleRecord> held,
            Map<VisibleRecord, Set<String>> closed,
            Set<Key> files) {

        List<VisibleRecord> all() {
            return Stream.concat(rows.stream(), held.stream()).toList();
        }

        static Part of(Delivered delivery, List<PartlyOpen> rows, List<PartlyOpen> held, Set<Key> files) {
            var closed = new IdentityHashMap<VisibleRecord, Set<String>>();
            Stream.concat(rows.stream(), held.stream()).forEach(r -> closed.put(r.row(), r.closed()));
            return new Part(
                    delivery,
                    rows.stream().map(PartlyOpen::row).toList(),
                    held.stream().map(PartlyOpen::row).toList(),
                    closed,
                    files);
        }

        static Part open(Delivered delivery, List<VisibleRecord> rows, List<VisibleRecord> held, Set<Key> files) {
            return new Part(delivery, rows, held, Map.of(), files);
        }
    }

    /**
     * Writes it.
     *
     * @throws NotAllowed if the viewer may not export this case
     */
    public Handover.Done write(Viewer viewer, Handover handover) {
        require(viewer, handover);
        if (handover.legalBasis().isEmpty() && identities.mentions(viewer).test(handover.why())) {
            throw new IllegalArgumentException("the reason names a victim or witness; it stands in the audit log");
        }
        String action = handover.legalBasis().isPresent() ? "hand over identified" : "hand over";
        audit.record(
                viewer,
                action,
                List.of("case " + handover.caseRef(), handover.form().name()),
                1);
        var within = viewer.within(Set.of(handover.caseRef()));
        var withheld = new ArrayList<PackContent.Withheld>();
        var parts = deliveries(within, handover);
        var guarded = handover.legalBasis().isPresent() ? Set.<Key>of() : guarded(viewer, parts);
        if (handover.form() == Handover.Form.FTM) {
            var current = current(within, handover, parts);
            withheld.addAll(new FtmLimits(within, sourceFiles)
                    .of(
                            parts.stream().map(Part::delivery).toList(),
                            parts.stream().flatMap(p -> p.rows().stream()).toList(),
                            parts.stream().flatMap(p -> p.held().stream()).toList(),
                            current.stream().flatMap(p -> p.rows().stream()).toList()));
            parts = current;
        }
        var leaving = guarded.isEmpty() ? parts : safe(viewer, parts, guarded, withheld);
        withheld.addAll(
                Outside.of(leaving.stream().flatMap(p -> p.rows().stream()).toList()));
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
            var files = sourceFiles.kept(within, delivery);
            parts.add(handover.legalBasis()
                    .map(basis -> Part.open(
                            delivery,
                            identities.delivered(within, delivery, basis),
                            identities.held(within, delivery, basis),
                            files))
                    .orElseGet(() -> Part.of(
                            delivery,
                            door.deliveredPartly(within, delivery),
                            door.heldPartly(within, delivery),
                            files)));
        }
        return parts;
    }

    /** What is current, files unknown to the contract included, as one part. */
    private List<Part> current(Viewer within, Handover handover, List<Part> deliveries) {
        if (deliveries.isEmpty()) {
            return List.of();
        }
        var files = new LinkedHashSet<>(Reading.everything().files());
        files.addAll(door.count(within).keySet());
        var reading = new Reading(List.copyOf(files), Optional.empty(), Optional.empty(), true);
        var last = deliveries.getLast().delivery();
        if (handover.legalBasis().isEmpty()) {
            return List.of(Part.of(last, door.recordsPartly(within, reading), List.of(), Set.of()));
        }
        var keys = door.records(within, reading).stream()
                .map(VisibleRecord::key)
                .distinct()
                .toList();
        var rows = new ArrayList<VisibleRecord>();
        for (int i = 0; i < keys.size(); i += ROWS_AT_ONCE) {
            var some = keys.subList(i, Math.min(i + ROWS_AT_ONCE, keys.size()));
            rows.addAll(identities.open(within, some, handover.legalBasis().get()));
        }
        return List.of(Part.open(last, rows, List.of(), Set.of()));
    }

    /** Who and what of the case may not leave under their own key; whom no row of it names are none of its people. */
    private Set<Key> guarded(Viewer viewer, List<Part> parts) {
        var waiting = parts.stream().flatMap(p -> p.held().stream()).toList();
        var guarded = Guarded.of(door, protection, viewer, waiting, StopSignal.NEVER);
        var named = new HashSet<Key>();
        parts.forEach(p -> p.all().forEach(r -> named.addAll(Ends.of(r).keySet())));
        guarded.retainAll(named);
        return guarded;
    }

    private List<Part> safe(Viewer viewer, List<Part> parts, Set<Key> guarded, List<PackContent.Withheld> withheld) {
        var all = parts.stream().flatMap(p -> p.all().stream()).toList();
        var mentions = Mentions.of(identities.mentions(viewer, guarded), guarded);
        var speaking = new HashSet<Key>();
        all.stream()
                .filter(r -> Ends.touches(r, guarded))
                .forEach(r -> r.statements().forEach(s -> speaking.add(s.source())));
        var confiding = new HashSet<Key>();
        all.stream()
                .filter(r -> r.file().equals("sources") && speaking.contains(r.key()) && VictimSafe.isPersonal(r))
                .forEach(r -> confiding.add(r.key()));
        var pseudonyms = pseudonyms(viewer, all, guarded, speaking, mentions);
        var leaving = new ArrayList<Part>();
        for (Part part : parts) {
            var safe = new VictimSafe(guarded, speaking, confiding, mentions, pseudonyms)
                    .sayingOf(protection.children(viewer), protection.missing(viewer));
            Function<VisibleRecord, Set<String>> closed = r -> part.closed().getOrDefault(r, Set.of());
            leaving.add(Part.open(
                    part.delivery(),
                    safe.of(part.rows(), closed),
                    safe.of(part.held(), closed),
                    files(viewer, part, speaking, pseudonyms, withheld)));
            withheld.addAll(safe.withheld());
        }
        return leaving;
    }

    private Pseudonyms pseudonyms(
            Viewer viewer, List<VisibleRecord> all, Set<Key> guarded, Set<Key> speaking, Mentions mentions) {
        var kinds = new HashMap<Key, EntityKind>();
        var rows = new HashSet<Key>();
        for (VisibleRecord record : all) {
            if (VictimSafe.needsAnotherKey(record, guarded, speaking) || mentions.inUnknown(record)) {
                rows.add(record.key());
            }
            Ends.of(record).forEach((key, column) -> {
                if (guarded.contains(key)) {
                    kinds.merge(key, Ends.kind(record, column), (a, b) -> a == EntityKind.PERSON ? b : a);
                }
            });
        }
        names.of(viewer, kinds.keySet()).forEach((key, shown) -> kinds.put(key, shown.kind()));
        all.stream()
                .filter(r -> r.file().equals("withdrawals"))
                .filter(r -> r.reference("row")
                        .filter(target -> rows.contains(target) || guarded.contains(target))
                        .isPresent())
                .forEach(r -> rows.add(r.key()));
        byte[] release = new byte[16];
        random.nextBytes(release);
        var pseudonyms = Pseudonyms.of("HANDOVER", HexFormat.of().formatHex(release), kinds, rows, vault, random);
        all.stream()
                .filter(r -> r.file().equals("officials") && pseudonyms.replaces(r.key()))
                .forEach(r -> pseudonyms.replace(r.key(), post(r, pseudonyms)));
        return pseudonyms;
    }

    /** The key that the loader makes of whom and what a row of {@code officials} names. */
    private static Key post(VisibleRecord official, Pseudonyms pseudonyms) {
        return RecordFile.officialKey(
                pseudonyms.namespace(),
                pseudonyms.local(official.reference("person").orElse(official.key())),
                pseudonyms.local(official.reference("agency").orElse(official.key())),
                VictimSafe.coarse(official.cell("from")));
    }

    /**
     * A scan cannot be pseudonymised: files of sources that speak of somebody protected stay, and their digests leave. So do
     * tables that a source names as its file and whose own rows speak of one.
     */
    private Set<Key> files(
            Viewer viewer, Part part, Set<Key> speaking, Pseudonyms pseudonyms, List<PackContent.Withheld> withheld) {
        var staying = new HashSet<String>();
        var named = new HashMap<Key, String>();
        for (VisibleRecord row : part.rows()) {
            if (row.file().equals("sources")) {
                named.put(row.key(), row.cell("file"));
                if (speaking.contains(row.key())) {
                    staying.add(row.cell("file"));
                }
            } else if (row.recordFile().isEmpty() && pseudonyms.replaces(row.key())) {
                staying.add(row.file() + ".csv");
            }
        }
        var leaving = new HashSet<Key>();
        for (Key source : part.files()) {
            if (speaking.contains(source) || staying.contains(named.getOrDefault(source, ""))) {
                withheld.add(new PackContent.Withheld(
                        "the file of " + pseudonyms.key(source),
                        Why.SPEAKS.text(),
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
