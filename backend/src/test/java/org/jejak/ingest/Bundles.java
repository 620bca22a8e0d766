package org.jejak.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes small bundles for tests the way one would type them. */
public final class Bundles {

    private final Map<String, String> header = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    private Bundles() {
        header.put("format", "jejak-records/1");
        header.put("namespace", "TEST");
        header.put("case", "CASE-1");
    }

    public static Bundles bundle() {
        return new Bundles();
    }

    /** The conformance bundle, a kite of ten. */
    public static Path kite() {
        try {
            return Path.of(Bundles.class.getResource("/conformance/kite").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Bundles with(String key, String value) {
        header.put(key, value);
        return this;
    }

    public Bundles delivered(String instant) {
        return with("delivered", instant);
    }

    /** A file by its name without {@code .csv} and its lines, the header first. */
    public Bundles file(String name, String... lines) {
        files.put(name, String.join("\n", lines) + "\n");
        return this;
    }

    /** One source {@code s1} that everything may rest on. */
    public Bundles source() {
        return file("sources", "id,kind", "s1,registry");
    }

    public Path in(Path folder) {
        try {
            Files.createDirectories(folder);
            var json = new StringBuilder("{");
            header.forEach((k, v) -> json.append(json.length() > 1 ? "," : "")
                    .append('"')
                    .append(k)
                    .append("\":")
                    .append(k.equals("sequence") ? v : '"' + v + '"'));
            Files.writeString(folder.resolve("bundle.json"), json.append('}'));
            for (var file : files.entrySet()) {
                Files.write(
                        folder.resolve(file.getKey() + ".csv"), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
