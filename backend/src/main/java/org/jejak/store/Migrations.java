package org.jejak.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.neo4j.driver.Driver;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Runs {@code cypher/schema/V001__….cypher} and its followers in order, each once, and records each file's checksum in
 * the graph. Of our own because neo4j-migrations does not resolve for this Neo4j (its parent POM is not published).
 *
 * <p>A file is never edited after it was merged; one whose checksum changed stops the start. Statements in a file are
 * separated by a semicolon at the end of a line and must be repeatable ({@code IF NOT EXISTS}), because a process may
 * die between a statement and its record.
 */
final class Migrations {

    private static final Pattern NAME = Pattern.compile("V(\\d{3})__([a-z0-9_]+)\\.cypher");

    private record Migration(String version, String name, List<String> statements, String checksum) {}

    private final Driver driver;

    Migrations(Driver driver) {
        this.driver = driver;
    }

    void run() {
        try (var session = driver.session()) {
            var done = session.run("MATCH (m:Migration) RETURN m.version AS version, m.checksum AS checksum").stream()
                    .collect(java.util.stream.Collectors.toMap(
                            r -> r.get("version").asString(),
                            r -> r.get("checksum").asString()));
            for (Migration migration : all()) {
                String checksum = done.get(migration.version());
                if (checksum == null) {
                    for (String statement : migration.statements()) {
                        session.run(statement).consume();
                    }
                    session.run(
                                    "MERGE (m:Migration {version: $version}) SET m.name = $name, m.checksum = $checksum",
                                    Map.of(
                                            "version", migration.version(),
                                            "name", migration.name(),
                                            "checksum", migration.checksum()))
                            .consume();
                } else if (!checksum.equals(migration.checksum())) {
                    throw new IllegalStateException("the schema file V" + migration.version() + "__"
                            + migration.name()
                            + ".cypher was changed after this store ran it; add a new one and restore the old");
                }
            }
            session.run("CALL db.awaitIndexes(300)").consume();
        }
    }

    private static List<Migration> all() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath*:cypher/schema/*.cypher"))
                    .map(Migrations::read)
                    .sorted(Comparator.comparing(Migration::version))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Migration read(Resource file) {
        var name = NAME.matcher(String.valueOf(file.getFilename()));
        if (!name.matches()) {
            throw new IllegalStateException("a schema file reads V001__what_it_does.cypher, not " + file.getFilename());
        }
        try {
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            var statements = Arrays.stream(text.replaceAll("(?m)^//.*$", "").split(";\\s*(\\n|$)"))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Migration(
                    name.group(1), name.group(2), statements, HexFormat.of().formatHex(digest));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
