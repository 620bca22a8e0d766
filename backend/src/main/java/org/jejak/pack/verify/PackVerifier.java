package org.jejak.pack.verify;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Verifies one pack from its file alone. Every check is made and listed, also after one has failed, unless what it
 * needs cannot be read.
 */
public final class PackVerifier {

    /** Larger tag files than this are not a pack's. */
    private static final int LARGEST_TAG_FILE = 64 << 20;

    private static final int LARGEST_PAYLOAD_READ = 256 << 20;

    /** A check that ends with a sentence of what was found. */
    private interface Examination {
        String examine() throws IOException, Container.Broken, Signature.Wrong, Failed;
    }

    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    private final Container container;
    private final Set<String> trusted;
    private final List<Check> checks = new ArrayList<>();
    private final Map<String, Container.Member> members = new TreeMap<>();
    private byte[] key = {};

    private PackVerifier(Container container, Set<String> trusted) {
        this.container = container;
        this.trusted = trusted;
    }

    /**
     * Verifies the pack at {@code pack}.
     *
     * @param trusted fingerprints of the keys the reader knows, in any case
     * @throws NotAPack if there is no such file or it is no zip
     * @throws IOException if it cannot be read
     */
    public static Verdict verify(Path pack, Set<String> trusted) throws IOException {
        if (!Files.exists(pack)) {
            throw new NotAPack("no such file: " + pack);
        }
        if (!Files.isRegularFile(pack)) {
            throw new NotAPack("not a file: " + pack);
        }
        var known = new HashSet<String>();
        trusted.forEach(t -> known.add(t.toLowerCase(Locale.ROOT)));
        try (var container = Container.open(pack)) {
            return new PackVerifier(container, known).verdict();
        } catch (FileNotFoundException e) {
            throw new NotAPack("cannot be read: " + pack);
        }
    }

    private Verdict verdict() {
        boolean whole = check("container", this::container);
        container.members().forEach(m -> members.put(m.name(), m));
        whole &= check("required files", this::required);
        whole &= check("bag declaration", this::declaration);
        whole &= check("manifest sha256", () -> payload(PackFormat.MANIFEST_SHA256, Container.Member::sha256));
        whole &= check("manifest sha512", () -> payload(PackFormat.MANIFEST_SHA512, Container.Member::sha512));
        whole &= check("tag manifest sha256", () -> tags(PackFormat.TAG_MANIFEST_SHA256, Container.Member::sha256));
        whole &= check("tag manifest sha512", () -> tags(PackFormat.TAG_MANIFEST_SHA512, Container.Member::sha512));
        whole &= check("payload size", this::payloadSize);
        whole &= check("source files", this::sources);
        whole &= check("custody chain", this::custody);
        whole &= check("signing key", this::signingKey);
        whole &= check("signature", this::signature);
        String fingerprint = key.length == 0 ? "" : Signature.fingerprint(key);
        boolean known = whole && trusted.contains(fingerprint);
        checks.add(new Check("signer is known", known, trust(whole, fingerprint)));
        return new Verdict(whole, known, fingerprint, checks);
    }

    private String trust(boolean whole, String fingerprint) {
        if (!whole) {
            return "not asked, because the pack is not whole";
        }
        return trusted.contains(fingerprint)
                ? "signed by a key you know: " + fingerprint
                : "signed by a key you do not know: " + fingerprint
                        + "; ask the signer by another way whether this is their fingerprint";
    }

    private boolean check(String name, Examination examination) {
        try {
            checks.add(new Check(name, true, examination.examine()));
            return true;
        } catch (Failed | Container.Broken | Signature.Wrong | IOException e) {
            String message = e.getMessage();
            checks.add(new Check(name, false, message == null ? "cannot be read" : message));
            return false;
        }
    }

    private String container() throws IOException, Container.Broken, Failed {
        container.read();
        var folded = new HashSet<String>();
        for (Container.Member member : container.members()) {
            if (!folded.add(member.name().toLowerCase(Locale.ROOT))) {
                throw new Failed("two names differ only in upper and lower case: " + member.name());
            }
        }
        return container.members().size() + " members in canonical form";
    }

    private String required() throws Failed {
        for (String name : PackFormat.REQUIRED) {
            if (!members.containsKey(name)) {
                throw new Failed(name + " is missing");
            }
        }
        return PackFormat.REQUIRED.size() + " present";
    }

    private String declaration() throws IOException, Container.Broken, Failed {
        if (!text(PackFormat.BAGIT).equals(PackFormat.BAGIT_CONTENT)) {
            throw new Failed(PackFormat.BAGIT + " does not declare BagIt 1.0 in UTF-8");
        }
        if (!text(PackFormat.BAG_INFO).contains("\nJejak-Format: " + PackFormat.FORMAT + "\n")) {
            throw new Failed(PackFormat.BAG_INFO + " does not name the format " + PackFormat.FORMAT);
        }
        return "BagIt 1.0, " + PackFormat.FORMAT;
    }

    private String payload(String manifest, Function<Container.Member, String> digest)
            throws IOException, Container.Broken, Failed {
        return compare(manifest, digest, name -> name.startsWith(PackFormat.PAYLOAD));
    }

    private String tags(String manifest, Function<Container.Member, String> digest)
            throws IOException, Container.Broken, Failed {
        return compare(
                manifest,
                digest,
                name -> !name.startsWith(PackFormat.PAYLOAD)
                        && !name.equals(PackFormat.TAG_MANIFEST_SHA256)
                        && !name.equals(PackFormat.TAG_MANIFEST_SHA512)
                        && !name.equals(PackFormat.SIGNATURE));
    }

    private String compare(
            String manifest, Function<Container.Member, String> digest, java.util.function.Predicate<String> belongs)
            throws IOException, Container.Broken, Failed {
        var listed = new LinkedHashMap<String, String>();
        for (String line : text(manifest).split("\n")) {
            int blanks = line.indexOf("  ");
            if (blanks < 0) {
                throw new Failed(manifest + " has a line that is none of a manifest");
            }
            if (listed.put(line.substring(blanks + 2), line.substring(0, blanks)) != null) {
                throw new Failed(manifest + " lists a file twice");
            }
        }
        var expected = new StringBuilder();
        for (var member : members.values()) {
            if (!belongs.test(member.name())) {
                continue;
            }
            String stated = listed.remove(member.name());
            if (stated == null) {
                throw new Failed(member.name() + " is not listed: it was added");
            }
            if (!stated.equals(digest.apply(member))) {
                throw new Failed(member.name() + " was changed");
            }
            expected.append(stated).append("  ").append(member.name()).append('\n');
        }
        if (!listed.isEmpty()) {
            throw new Failed(listed.keySet().iterator().next() + " is listed and missing: it was removed");
        }
        if (!expected.toString().equals(text(manifest))) {
            throw new Failed(manifest + " is not in canonical form");
        }
        return expected.chars().filter(c -> c == '\n').count() + " files as listed";
    }

    private String payloadSize() throws IOException, Container.Broken, Failed {
        long octets = 0;
        long files = 0;
        for (var member : members.values()) {
            if (member.name().startsWith(PackFormat.PAYLOAD)) {
                octets += member.size();
                files++;
            }
        }
        if (!text(PackFormat.BAG_INFO).contains("\nPayload-Oxum: " + octets + "." + files + "\n")) {
            throw new Failed("the payload is not of the size that " + PackFormat.BAG_INFO + " states");
        }
        return octets + " bytes in " + files + " files";
    }

    private String sources() throws Failed {
        int count = 0;
        for (var member : members.values()) {
            if (member.name().startsWith(PackFormat.SOURCES)) {
                count++;
                if (!member.name().equals(PackFormat.SOURCES + member.sha256())) {
                    throw new Failed(member.name() + " does not have the digest it is named by");
                }
            }
        }
        return count + " have the digest they are named by";
    }

    private String custody() throws IOException, Container.Broken, Failed {
        var bytes = container.content(member(PackFormat.CUSTODY), LARGEST_PAYLOAD_READ);
        String previous = PackFormat.NO_PREVIOUS_HASH;
        int seq = 0;
        for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            seq++;
            try {
                Map<String, Object> entry = Json.object(line);
                if (!previous.equals(entry.get("prevHash"))
                        || !(entry.get("seq") instanceof Number n)
                        || n.intValue() != seq) {
                    throw new Failed("entry " + seq + " does not follow from the one before");
                }
            } catch (Json.Malformed e) {
                throw new Failed("entry " + seq + ": " + e.getMessage());
            }
            previous = sha256(line);
        }
        if (seq == 0) {
            throw new Failed("nobody is said to have held this pack");
        }
        return seq + " entries, each following from the one before";
    }

    private String signingKey() throws IOException, Container.Broken, Signature.Wrong, Failed {
        key = Signature.derOf(container.content(member(PackFormat.SIGNING_KEY), LARGEST_TAG_FILE));
        return "Ed25519 " + Signature.fingerprint(key);
    }

    private String signature() throws IOException, Container.Broken, Signature.Wrong, Failed {
        if (key.length == 0) {
            throw new Failed("there is no key to check it with");
        }
        var envelope = Signature.envelope(container.content(member(PackFormat.SIGNATURE), LARGEST_TAG_FILE));
        if (!envelope.keyid().equals(Signature.fingerprint(key))) {
            throw new Failed("it names another key than the pack's");
        }
        if (!envelope.type().equals(PackFormat.PAYLOAD_TYPE) || !Signature.isBy(key, envelope)) {
            throw new Failed("it is not by the pack's key");
        }
        statementMatches(envelope.body());
        return "Ed25519 over both tag manifests";
    }

    private void statementMatches(byte[] body) throws Failed {
        try {
            Map<String, Object> statement = Json.object(new String(body, StandardCharsets.UTF_8));
            if (!PackFormat.STATEMENT_TYPE.equals(statement.get("_type"))
                    || !PackFormat.PREDICATE_TYPE.equals(statement.get("predicateType"))
                    || !(statement.get("subject") instanceof List<?> subjects)) {
                throw new Failed("it signs something other than an evidence pack");
            }
            var signed = new HashSet<String>();
            for (Object subject : subjects) {
                if (subject instanceof Map<?, ?> s
                        && s.get("name") instanceof String name
                        && s.get("digest") instanceof Map<?, ?> digest
                        && members.get(name) instanceof Container.Member member
                        && member.sha256().equals(digest.get("sha256"))
                        && member.sha512().equals(digest.get("sha512"))) {
                    signed.add(name);
                }
            }
            if (!signed.equals(Set.of(PackFormat.TAG_MANIFEST_SHA256, PackFormat.TAG_MANIFEST_SHA512))
                    || subjects.size() != signed.size()) {
                throw new Failed("it signs other tag manifests than the pack's");
            }
        } catch (Json.Malformed e) {
            throw new Failed("what it signs is no statement: " + e.getMessage());
        }
    }

    private Container.Member member(String name) throws Failed {
        var member = members.get(name);
        if (member == null) {
            throw new Failed(name + " is missing");
        }
        return member;
    }

    private String text(String name) throws IOException, Container.Broken, Failed {
        return new String(container.content(member(name), LARGEST_TAG_FILE), StandardCharsets.UTF_8);
    }

    private static String sha256(String line) {
        var digest = Container.digest("SHA-256");
        return java.util.HexFormat.of().formatHex(digest.digest(line.getBytes(StandardCharsets.UTF_8)));
    }
}
