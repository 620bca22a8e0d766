package org.jejak.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jejak.audit.AuditLog;
import org.jejak.audit.HeadInMemory;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.Vault;
import org.jejak.ingest.TestLoads;
import org.jejak.pack.verify.PackFormat;
import org.jejak.store.Home;
import org.neo4j.driver.Driver;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Exports from a test store, and what stands in what they make. */
final class TestExports {

    private TestExports() {}

    static AuditLog audit(Path folder) {
        return AuditLog.open(folder.resolve("home"), Clock.systemUTC(), new HeadInMemory());
    }

    /** {@link Exports} and the reading door, signing with keys in {@code folder/keys}. */
    static AnnotationConfigApplicationContext on(TestLoads loads, Path folder, AuditLog audit) {
        var store = loads.store();
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("jejak.keys", folder.resolve("keys").toString())));
        context.registerBean(Driver.class, store::driver, bean -> bean.setDestroyMethodName(""));
        context.registerBean(Vault.class, store::vault, bean -> bean.setDestroyMethodName(""));
        context.registerBean(Home.class, store::home);
        context.registerBean(CypherLibrary.class, loads::cypher);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(AuditLog.class, () -> audit);
        context.registerBean(Exports.class);
        context.registerBean(Handovers.class);
        context.scan("org.jejak.safeguard");
        context.refresh();
        return context;
    }

    /** Which of {@code secrets} stand in a pack: in its bytes, which are stored, and in the text of its report. */
    static List<String> found(Collection<String> secrets, byte[] pack) throws IOException {
        var found = new ArrayList<String>();
        String bytes = new String(pack, StandardCharsets.UTF_8);
        String report;
        try (var document = Loader.loadPDF(members(pack).get(PackFormat.REPORT))) {
            report = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
        for (String secret : secrets) {
            if (bytes.contains(secret) || report.contains(secret)) {
                found.add(secret);
            }
        }
        return found;
    }

    static TreeMap<String, byte[]> members(byte[] pack) throws IOException {
        var members = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.put(entry.getName().substring(entry.getName().indexOf('/') + 1), zip.readAllBytes());
            }
        }
        return members;
    }
}
