package org.jejak.pack.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The pack's DSSE envelope and the key it names. Only one rendering of an envelope is accepted (RFC 8785: no blanks,
 * names sorted, standard base64 with its padding), because the envelope is the one member that no digest covers.
 */
final class Signature {

    /** X.509 of an Ed25519 key: these bytes, then the 32 of the key. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** Signed bytes that were verified, and that all the same must be in the one accepted form. */
    record Envelope(String type, byte[] body, String keyid, byte[] signature) {}

    /** The member is not what it must be; the message says in what way. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    private Signature() {}

    static byte[] derOf(byte[] pem) throws Wrong {
        String text = new String(pem, StandardCharsets.ISO_8859_1);
        String start = "-----BEGIN PUBLIC KEY-----\n";
        String end = "\n-----END PUBLIC KEY-----\n";
        if (!text.startsWith(start) || !text.endsWith(end) || text.length() < start.length() + end.length()) {
            throw new Wrong("not a public key in PEM");
        }
        byte[] der = base64(text.substring(start.length(), text.length() - end.length()));
        if (der.length != X509_PREFIX.length + 32
                || !Arrays.equals(X509_PREFIX, Arrays.copyOf(der, X509_PREFIX.length))) {
            throw new Wrong("not an Ed25519 key");
        }
        return der;
    }

    static String fingerprint(byte[] der) {
        return HexFormat.of().formatHex(Container.digest("SHA-256").digest(der));
    }

    static Envelope envelope(byte[] bytes) throws Wrong {
        try {
            Map<String, Object> json = Json.object(new String(bytes, StandardCharsets.UTF_8));
            if (!(json.get("payload") instanceof String payload)
                    || !(json.get("payloadType") instanceof String type)
                    || !(json.get("signatures") instanceof List<?> signatures)
                    || signatures.size() != 1
                    || !(signatures.get(0) instanceof Map<?, ?> signature)
                    || !(signature.get("keyid") instanceof String keyid)
                    || !(signature.get("sig") instanceof String sig)) {
                throw new Wrong("not an envelope with one signature");
            }
            var envelope = new Envelope(type, base64(payload), keyid, base64(sig));
            if (!Arrays.equals(render(envelope), bytes)) {
                throw new Wrong("the envelope is not in canonical form");
            }
            return envelope;
        } catch (Json.Malformed e) {
            throw new Wrong("not JSON: " + e.getMessage());
        }
    }

    private static byte[] render(Envelope envelope) {
        var base64 = Base64.getEncoder();
        String json = "{\"payload\":\"" + base64.encodeToString(envelope.body()) + "\",\"payloadType\":\""
                + envelope.type() + "\",\"signatures\":[{\"keyid\":\"" + envelope.keyid() + "\",\"sig\":\""
                + base64.encodeToString(envelope.signature()) + "\"}]}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the envelope's signature is by {@code der} over its type and body (DSSE v1 pre-authentication encoding). */
    static boolean isBy(byte[] der, Envelope envelope) {
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
            var verifier = java.security.Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(preAuthenticationEncoding(envelope.type(), envelope.body()));
            return verifier.verify(envelope.signature());
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    static byte[] preAuthenticationEncoding(String type, byte[] body) {
        byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        out.writeBytes(("DSSEv1 " + typeBytes.length + " ").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(typeBytes);
        out.writeBytes((" " + body.length + " ").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static byte[] base64(String text) throws Wrong {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
                throw new Wrong("base64 with stray bits");
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new Wrong("not base64");
        }
    }
}
