package org.jejak.pack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jejak.analysis.RunControl;
import org.jejak.pack.verify.PackFormat;

/**
 * Turns a finished {@link PackContent} into the bytes of a signed pack. Pure: the same content and key give the same
 * bytes, on any machine.
 */
public final class PackWriter {

    /**
     * @param manifestSha256 SHA-256 of {@code manifest-sha256.txt}: with this one number, written down elsewhere, the
     *     payload can be recognised
     */
    public record Pack(byte[] bytes, String manifestSha256, String fingerprint) {}

    private PackWriter() {}

    /** @throws org.jejak.analysis.MeasureStopped if it was told to stop */
    public static Pack write(PackContent content, SigningKeys keys, RunControl control) {
        var bag = new Bag();
        var files = new LinkedHashMap<String, Supplier<byte[]>>();
        files.put(PackFormat.GRAPH, () -> GraphJson.of(content));
        files.put(PackFormat.STATEMENTS, () -> GraphJson.statements(content));
        files.put(PackFormat.METHOD, () -> CanonicalJson.of(content.method()));
        files.put(PackFormat.CUSTODY, () -> custody(content));
        files.put(PackFormat.ENTITIES_CSV, () -> Tables.entities(content));
        files.put(PackFormat.LINKS_CSV, () -> Tables.links(content));
        files.put(PackFormat.GRAPHML, () -> GraphXml.graphml(content));
        files.put(PackFormat.GEXF, () -> GraphXml.gexf(content));
        files.put(PackFormat.FTM, () -> FollowTheMoney.of(content));
        content.sourceFiles().forEach((sha256, file) -> files.put(PackFormat.SOURCES + sha256, () -> file));
        files.put(
                PackFormat.REPORT,
                () -> Report.of(
                        content,
                        Bag.digest("SHA-256", bag.get(PackFormat.GRAPH)),
                        Bag.digest("SHA-256", bag.get(PackFormat.STATEMENTS)),
                        control.stop()));
        int written = 0;
        for (var file : files.entrySet()) {
            control.stop().check();
            control.progress().advanced("writing", (double) written++ / files.size());
            bag.put(file.getKey(), file.getValue().get());
        }

        bag.put(PackFormat.BAGIT, PackFormat.BAGIT_CONTENT);
        bag.put(PackFormat.BAG_INFO, bagInfo(content, bag));
        bag.put(PackFormat.SIGNING_KEY, keys.publicPem());
        String manifest = bag.manifest("SHA-256");
        String manifest512 = bag.manifest("SHA-512");
        bag.put(PackFormat.MANIFEST_SHA256, manifest);
        bag.put(PackFormat.MANIFEST_SHA512, manifest512);
        String tags = bag.tagManifest("SHA-256");
        String tags512 = bag.tagManifest("SHA-512");
        bag.put(PackFormat.TAG_MANIFEST_SHA256, tags);
        bag.put(PackFormat.TAG_MANIFEST_SHA512, tags512);
        bag.put(PackFormat.SIGNATURE, envelope(PackFormat.PAYLOAD_TYPE, statement(content, bag), keys));

        control.stop().check();
        byte[] bytes = bag.zip(top(content));
        return new Pack(bytes, Bag.digest("SHA-256", manifest.getBytes(StandardCharsets.UTF_8)), keys.fingerprint());
    }

    /** One entry a line, each carrying the digest of the line before. */
    private static byte[] custody(PackContent content) {
        var lines = new ByteArrayOutputStream();
        String previous = PackFormat.NO_PREVIOUS_HASH;
        int seq = 0;
        for (var entry : content.custody()) {
            byte[] line = CanonicalJson.of(Map.of(
                    "seq", ++seq,
                    "at", entry.at().toString(),
                    "actor", entry.actor(),
                    "action", entry.action(),
                    "object", entry.object(),
                    "reason", entry.reason(),
                    "prevHash", previous));
            lines.writeBytes(line);
            lines.write('\n');
            previous = Bag.digest("SHA-256", line);
        }
        return lines.toByteArray();
    }

    private static String bagInfo(PackContent content, Bag bag) {
        long octets = bag.payload().values().stream().mapToLong(f -> f.length).sum();
        var info = new StringBuilder();
        label(
                info,
                "Bagging-Date",
                LocalDate.ofInstant(content.when(), ZoneOffset.UTC).toString());
        label(info, "Jejak-Format", PackFormat.FORMAT);
        label(info, "Payload-Oxum", octets + "." + bag.payload().size());
        label(info, "External-Identifier", content.exhibit());
        label(info, "Bag-Group-Identifier", content.caseRef());
        label(info, "External-Description", content.why());
        label(info, "Jejak-Handling", content.handling().label());
        label(info, "Jejak-Exported", content.when().toString());
        label(info, "Jejak-Exported-By", content.who());
        label(info, "Jejak-Identified", String.valueOf(content.identified()));
        content.legalBasis().ifPresent(basis -> label(info, "Jejak-Legal-Basis", basis));
        label(info, "Jejak-Audit-Head", content.auditHead());
        return info.toString();
    }

    /** A value stays on its line: what would break it becomes a blank. */
    private static void label(StringBuilder info, String label, String value) {
        String oneLine = value.codePoints()
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        info.append(label).append(": ").append(oneLine).append('\n');
    }

    private static byte[] statement(PackContent content, Bag bag) {
        var subjects = new ArrayList<Map<String, Object>>();
        for (String name : List.of(PackFormat.TAG_MANIFEST_SHA256, PackFormat.TAG_MANIFEST_SHA512)) {
            byte[] bytes = bag.get(name);
            subjects.add(Map.of(
                    "name",
                    name,
                    "digest",
                    Map.of("sha256", Bag.digest("SHA-256", bytes), "sha512", Bag.digest("SHA-512", bytes))));
        }
        var predicate = new LinkedHashMap<String, Object>();
        predicate.put("case", content.caseRef());
        predicate.put("exhibit", content.exhibit());
        predicate.put("exported", content.when().toString());
        predicate.put("exportedBy", content.who());
        predicate.put("handling", content.handling().label());
        predicate.put("identified", content.identified());
        predicate.put("auditHead", content.auditHead());
        content.legalBasis().ifPresent(basis -> predicate.put("legalBasis", basis));
        return CanonicalJson.of(Map.of(
                "_type",
                PackFormat.STATEMENT_TYPE,
                "subject",
                subjects,
                "predicateType",
                PackFormat.PREDICATE_TYPE,
                "predicate",
                predicate));
    }

    /** The DSSE envelope over {@code body}, in canonical form. */
    static byte[] envelope(String type, byte[] body, SigningKeys keys) {
        var base64 = Base64.getEncoder();
        return CanonicalJson.of(Map.of(
                "payload", base64.encodeToString(body),
                "payloadType", type,
                "signatures",
                        List.of(Map.of(
                                "keyid",
                                keys.fingerprint(),
                                "sig",
                                base64.encodeToString(keys.sign(preAuthenticationEncoding(type, body)))))));
    }

    /** What DSSE signs, so that no other meaning can be given to the same bytes. */
    static byte[] preAuthenticationEncoding(String type, byte[] body) {
        var out = new ByteArrayOutputStream();
        byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(
                ("DSSEv1 " + typeBytes.length + " " + type + " " + body.length + " ").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** Name of the top folder: case and exhibit as far as they are plain characters. */
    static String top(PackContent content) {
        String plain = (content.caseRef() + "-" + content.exhibit()).replaceAll("[^A-Za-z0-9._-]", "_");
        String start = plain.matches("[A-Za-z0-9_].*") ? plain : "_" + plain;
        return start.substring(0, Math.min(start.length(), 100));
    }
}
