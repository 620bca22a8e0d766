package org.jejak.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.audit.AuditLog;
import org.jejak.audit.HeadInMemory;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.Vault;
import org.jejak.ingest.bundle.BundleSource;
import org.jejak.network.Handling;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.store.Home;
import org.jejak.store.TestStore;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;

/** Loads on the test store, with cases that open to everybody. For the tests of every part that needs records. */
public final class TestLoads {

    /** Sees and may do everything. */
    public static final Viewer OPERATOR = new Viewer(Viewer.OPERATOR, Set.of(Role.values()), Set.of(), Handling.RED);

    private final @Nullable TestStore store;
    private final Driver driver;
    private final CypherLibrary cypher = new CypherLibrary();
    private final Set<String> cases = new HashSet<>();
    private final Path scratch;
    private final Loads loads;

    private TestLoads(@Nullable TestStore store, Driver driver, Vault vault, Home home) {
        this.store = store;
        this.driver = driver;
        try {
            scratch = Files.createTempDirectory("jejak-loads");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        loads = new Loads(
                driver,
                cypher,
                vault,
                home,
                Clock.systemUTC(),
                (loader, caseRef, title) -> cases.add(caseRef),
                AuditLog.open(scratch, Clock.systemUTC(), new HeadInMemory()));
    }

    /** On the shared store, emptied. */
    public static TestLoads onEmptyStore() {
        var store = TestStore.empty();
        return new TestLoads(store, store.driver(), store.vault(), store.home());
    }

    /** On a home of its own, with all that is in it. */
    static TestLoads on(Driver driver, Home home) {
        return new TestLoads(null, driver, Vault.open(home.directory(), home.keys()), home);
    }

    public static Viewer investigator(String user, Handling clearance, String... cases) {
        return new Viewer(user, Set.of(Role.INVESTIGATOR), Set.of(cases), clearance);
    }

    public TestStore store() {
        return Objects.requireNonNull(store);
    }

    public Loads loads() {
        return loads;
    }

    public CypherLibrary cypher() {
        return cypher;
    }

    /** A new folder for a bundle. */
    public Path folder() {
        return scratch.resolve("b" + System.nanoTime());
    }

    public LoadReport load(Path bundle) {
        return load(OPERATOR, bundle);
    }

    public LoadReport load(Bundles bundle) {
        return load(OPERATOR, bundle.in(folder()));
    }

    public LoadReport load(Viewer viewer, Path bundle) {
        return load(viewer, bundle, LoadOptions.defaults());
    }

    public LoadReport load(Path bundle, LoadProgress progress) {
        return load(OPERATOR, bundle, LoadOptions.defaults().reportingTo(progress));
    }

    public LoadReport load(Viewer viewer, Path bundle, LoadOptions options) {
        try (var source = BundleSource.open(bundle)) {
            return loads.load(viewer, source, options.refusedTo(scratch.resolve("refused" + System.nanoTime())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One column of a query's rows, as text. */
    public List<String> strings(String query, Map<String, Object> parameters) {
        try (var session = driver.session()) {
            return session.run(query, parameters).list(r -> r.get(0).asObject() + "");
        }
    }

    public List<String> strings(String query) {
        return strings(query, Map.of());
    }

    /** What the digest is over, readable when it differs. */
    public TreeMap<String, String> facts() {
        var facts = new TreeMap<String, String>();
        strings("""
                        MATCH (r:Record)
                        RETURN r._key + ' ' + coalesce(r.name, '') + coalesce(r.reliability, '') + coalesce(r.source, '')
                          + coalesce(r.object, '') + coalesce(r.subject, '') + coalesce(r.row, '') + coalesce(r.part_of, '')
                          + ' held ' + toString(r:Held) + ' ' + r._commitment
                          + '\n' + coalesce(toString(r._current), '-') + ' live ' + coalesce(toString(r._live), '-')
                          + ' withdrawn ' + coalesce(toString(r._withdrawn), '-')
                          + reduce(t = '', d IN coalesce(r._doors, []) | t + ' ' + d)
                          + reduce(t = '', x IN COLLECT { MATCH (r)-[tie]->(a:Anchor) WITH type(tie) + a.key AS tie ORDER BY tie RETURN tie } | t + ' ' + x)
                          + reduce(t = '', x IN COLLECT { MATCH (r)-[s:STATED_BY]->(a) WITH a, s ORDER BY a.key RETURN a.key + toString(size(s.doors)) + s.grade } | t + ' ' + x)
                        """).forEach(f -> facts.put(f.split("\n")[0], f.split("\n")[1]));
        strings("""
                        MATCH (a:Anchor)
                        RETURN a.key + ' withdrawn ' + coalesce(toString(a.withdrawn), 'false')
                          + reduce(t = '', l IN labels(a) | t + ' ' + l)
                        """).forEach(f -> facts.put("thing " + f, ""));
        strings(
                        "MATCH (i:Identifier) RETURN i.kind + reduce(t = '', k IN COLLECT { MATCH (i)<-[:IDENTIFIES]-(r) WITH r._key AS k ORDER BY k RETURN k } | t + ' ' + k)")
                .forEach(f -> facts.put("identifier " + f, ""));
        return facts;
    }
}
