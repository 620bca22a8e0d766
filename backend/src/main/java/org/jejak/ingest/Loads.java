package org.jejak.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.audit.AuditLog;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.KeyDestroyed;
import org.jejak.identity.Vault;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.store.Home;
import org.neo4j.driver.Driver;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one door by which records come in, and by which a load is taken back. What the graph then says depends only on
 * what was delivered, not on the order in which it was loaded.
 */
@Service
public class Loads {

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Driver driver;
    private final CypherLibrary cypher;
    private final Vault vault;
    private final Path home;
    private final Clock clock;
    private final CaseAssignments cases;
    private final AuditLog audit;
    private final RowSealer sealer;
    private final JsonMapper json = JsonMapper.builder().build();

    public Loads(
            Driver driver,
            CypherLibrary cypher,
            Vault vault,
            Home home,
            Clock clock,
            CaseAssignments cases,
            AuditLog audit) {
        this.driver = driver;
        this.cypher = cypher;
        this.vault = vault;
        this.home = home.directory();
        this.clock = clock;
        this.cases = cases;
        this.audit = audit;
        this.sealer = new RowSealer(vault);
    }

    /**
     * Loads everything {@code source} has. Rows that cannot be taken are refused or held one by one; if the load cannot
     * be finished, or is cancelled, it is taken back whole.
     *
     * @throws NotAllowed if the viewer may not load into this case, or the namespace is another agency's
     * @throws LoadBusy if another load is running
     * @throws UnreadableDelivery if what was handed over turns out not to be readable
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public LoadReport load(Viewer viewer, RowSource source, LoadOptions options) {
        Delivery delivery = source.delivery();
        if (!viewer.has(Role.INVESTIGATOR) && !viewer.isOperator()) {
            throw new NotAllowed("loading records takes the role investigator");
        }
        try (LoadTurn turn = LoadTurn.take(driver, cypher)) {
            undoUnfinished();
            requireAgency(delivery);
            if (options.dryRun()) {
                cases.requireOpenForLoading(viewer, delivery.caseRef());
            } else {
                cases.openForLoading(viewer, delivery.caseRef(), delivery.title());
            }
            return load(viewer, source, delivery, options);
        } catch (IOException failed) {
            throw new UnreadableDelivery("It cannot be read to its end: " + failed.getMessage(), failed);
        }
    }

    private LoadReport load(Viewer viewer, RowSource given, Delivery delivery, LoadOptions options) throws IOException {
        Instant begun = clock.instant();
        long nanos = System.nanoTime();
        long slots = vault.allocate(2);
        String id = newId(begun);
        audit.record(viewer, "load", List.of(id, delivery.caseRef()), 1);
        var sight = Sight.of(id, viewer, delivery.caseRef());
        long delivered = delivery.delivered().orElse(begun).toEpochMilli();
        var asked = new LoadContext(id, delivery, delivered, begun.toEpochMilli(), sight, slots);
        var context = new LoadContext(id, delivery, delivered, begin(viewer, given, asked), sight, slots);
        boolean whole = false;
        try {
            RowSource source = given.besides(new StoredNames(driver, cypher, sealer, context));
            Path folder = options.refusedOf(context.id());
            var at = Instant.ofEpochMilli(context.deliveredMillis());
            try (var refused = new RefusedRows(folder, home, id, delivery, at)) {
                var things = new Things(cypher);
                var settling = new Settling(cypher, sealer, things);
                var seen = new SeenRows();
                var kept = new KeptFiles(source, vault, home);
                var writer = new BatchWriter(cypher, vault, things, context, seen, kept);
                var releasing = new Releasing(cypher, vault, things, settling);
                var closing = new Closing(driver, cypher, things, settling, releasing, context);
                var run = new LoadRun(id, driver, source, options, writer, closing, seen, refused, new VaultIds(vault));
                var reports = new ArrayList<LoadReport>();
                run.run((tx, counted) -> {
                    var report = new LoadReport(
                            id,
                            source.name(),
                            delivery.caseRef(),
                            counted.counts(),
                            counted.released(),
                            refused.folder().map(Path::toString),
                            (System.nanoTime() - nanos) / 1e9,
                            counted.unnamed(),
                            source.notes());
                    reports.add(report);
                    finish(tx, report, slots + 1, counted.earliest());
                });
                whole = !options.dryRun();
                return reports.getLast();
            }
        } finally {
            if (!whole) {
                undo().undo(context.id());
            }
        }
    }

    private static String newId(Instant now) {
        byte[] random = new byte[2];
        new SecureRandom().nextBytes(random);
        return ID.format(now) + "-" + HexFormat.of().formatHex(random);
    }

    /** Writes down that a load begins; the instant it is recorded at, later than that of every other load. */
    private long begin(Viewer viewer, RowSource source, LoadContext context) throws IOException {
        Delivery delivery = context.delivery();
        var load = new HashMap<String, Object>();
        load.put("id", context.id());
        load.put("namespace", delivery.namespace());
        load.put("case", delivery.caseRef());
        load.put("delivered", context.deliveredMillis());
        load.put("sequence", delivery.sequence());
        load.put("recorded", context.recordedMillis());
        load.put("user", viewer.user());
        load.put("handling", delivery.handling().label());
        load.put("zone", context.zone());
        load.put("digest", source.digest());
        load.put("state", "running");
        load.put("sees", context.sight().caseList());
        load.put("level", context.sight().clearance().level());
        load.put("everything", context.sight().everything());
        load.put("heldSlot", context.heldSlot());
        delivery.country().ifPresent(c -> load.put("country", c));
        delivery.agency().ifPresent(a -> load.put("agency", agency(a)));
        try (var session = driver.session()) {
            return session.executeWrite(tx -> tx.run(cypher.text(Queries.BEGIN_LOAD), Map.of("load", load))
                    .single()
                    .get("recorded")
                    .asLong());
        }
    }

    private void finish(TransactionContext tx, LoadReport report, long slot, String earliest) {
        byte[] sealed = vault.seal(new long[] {slot}, json.writeValueAsBytes(report), report.load());
        var parameters = Map.<String, Object>of(
                "id", report.load(), "slots", List.of(slot), "sealed", sealed, "earliest", earliest);
        tx.run(cypher.text(Queries.FINISH_LOAD), parameters).consume();
    }

    private String agency(String name) {
        return sealer.hmac("agency", name.strip());
    }

    /** A namespace belongs to the agency that the first load of it states. */
    private void requireAgency(Delivery delivery) {
        if (delivery.agency().isEmpty()) {
            return;
        }
        try (var session = driver.session()) {
            Optional<String> bound = session.executeRead(tx ->
                    tx.run(cypher.text(Queries.FIND_AGENCY), Map.of("namespace", delivery.namespace())).list().stream()
                            .map(r -> r.get("agency").asString())
                            .findFirst());
            if (bound.isPresent()
                    && !bound.get().equals(agency(delivery.agency().get()))) {
                throw new NotAllowed("the namespace " + delivery.namespace()
                        + " is numbered by another agency; nothing of this bundle was loaded");
            }
        }
    }

    /**
     * Takes a load back, exactly as if it had never been.
     *
     * @throws NotAllowed if there is no such load that the viewer may see
     */
    public void undo(Viewer viewer, String load) {
        boolean theirs = all(viewer).stream().anyMatch(l -> l.load().equals(load));
        if (!theirs || !viewer.has(Role.INVESTIGATOR) && !viewer.isOperator()) {
            throw new NotAllowed("there is no load " + load + " that you may take back");
        }
        try (LoadTurn turn = LoadTurn.take(driver, cypher)) {
            undoUnfinished();
            audit.record(viewer, "undo load", List.of(load), 1);
            undo().undo(load);
        }
    }

    private Undo undo() {
        return new Undo(driver, cypher, vault, home);
    }

    /**
     * Takes back what a process that was killed left half loaded. To be called once at start, before anything is read.
     *
     * @return how many loads there were
     */
    public int recover() {
        LoadTurn.freeAbandoned(driver, cypher);
        if (unfinished().isEmpty()) {
            return 0;
        }
        try (LoadTurn turn = LoadTurn.take(driver, cypher)) {
            return undoUnfinished();
        } catch (LoadBusy somebodyIsLoading) {
            return 0;
        }
    }

    private int undoUnfinished() {
        List<String> unfinished = unfinished();
        unfinished.forEach(id -> undo().undo(id));
        if (!unfinished.isEmpty()) {
            try (var session = driver.session()) {
                KeptFiles.removeAllBut(
                        home,
                        Set.copyOf(session.executeRead(tx -> tx.run(cypher.text(Queries.LIST_ATTACHMENTS))
                                .list(r -> r.get("name").asString()))));
            }
        }
        return unfinished.size();
    }

    private List<String> unfinished() {
        try (var session = driver.session()) {
            return session.executeRead(tx -> tx.run(cypher.text(Queries.FIND_UNFINISHED))
                    .list(r -> r.get("id").asString()));
        }
    }

    /** The loads into the viewer's cases, oldest first. */
    public List<LoadSummary> all(Viewer viewer) {
        var parameters = new HashMap<String, Object>();
        parameters.put("cases", viewer.isOperator() ? null : List.copyOf(viewer.cases()));
        try (var session = driver.session()) {
            return session.executeRead(
                    tx -> tx.run(cypher.text(Queries.LIST_LOADS), parameters).list(r -> summary(r.get("load"))));
        }
    }

    private LoadSummary summary(Value load) {
        return new LoadSummary(
                load.get("id").asString(),
                load.get("namespace").asString(),
                load.get("case").asString(),
                load.get("user").asString(),
                Instant.ofEpochMilli(load.get("delivered").asLong()),
                load.get("sequence").asLong(),
                Instant.ofEpochMilli(load.get("recorded").asLong()),
                load.get("handling").asString(),
                load.get("digest").asString(),
                load.get("state").asString(),
                report(load));
    }

    private Optional<LoadReport> report(Value load) {
        if (load.get("_sealed").isNull()) {
            return Optional.empty();
        }
        try {
            byte[] plain = vault.open(
                    RowSealer.slots(load),
                    load.get("_sealed").asByteArray(),
                    load.get("id").asString());
            return Optional.of(json.readValue(new String(plain, StandardCharsets.UTF_8), LoadReport.class));
        } catch (KeyDestroyed erased) {
            return Optional.empty();
        }
    }

    /** One number for all that the graph says, whatever order it was told in. */
    public String graphDigest() {
        return new GraphDigest(cypher, sealer).of(driver);
    }
}
