package org.jejak.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jejak.identity.KeysUnusable;
import org.jejak.identity.OwnerOnly;

/**
 * The Ed25519 pair that signs packs and what public keys are known here. The folder of keys holds
 * {@code signing-key.pem} (PKCS #8, readable by its owner only), {@code signing-key.pub.pem} (X.509) and, for every
 * other signer this place trusts, any further {@code *.pub.pem}. A key is named by its fingerprint, the hexadecimal
 * SHA-256 of its X.509 form. Both halves are kept because the JDK cannot derive one from the other.
 */
public final class SigningKeys {

    private static final String PRIVATE = "signing-key.pem";
    private static final String PUBLIC_END = ".pub.pem";
    private static final String PUBLIC = "signing-key" + PUBLIC_END;

    private final PrivateKey secret;
    private final byte[] publicDer;

    private SigningKeys(PrivateKey secret, byte[] publicDer) {
        this.secret = secret;
        this.publicDer = publicDer;
    }

    /** The pair in {@code folder}; made there the first time, by one process even if several ask at once. */
    public static synchronized SigningKeys in(Path folder) {
        try {
            OwnerOnly.directory(folder);
            Path lockFile = OwnerOnly.file(folder.resolve("signing-key.lock"));
            try (var lock = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                if (!Files.exists(folder.resolve(PRIVATE))) {
                    create(folder);
                }
            }
            return of(
                    der(Files.readString(folder.resolve(PRIVATE), StandardCharsets.ISO_8859_1)),
                    der(Files.readString(folder.resolve(PUBLIC), StandardCharsets.ISO_8859_1)));
        } catch (KeysUnusable | IllegalArgumentException spoilt) {
            throw new KeysUnusable(
                    "the signing key in " + folder + " cannot be used (" + spoilt.getMessage()
                            + "); put back " + PRIVATE + " and " + PUBLIC + " as they were, or name another folder with"
                            + " --keys",
                    spoilt);
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key in " + folder + " cannot be read or made", e);
        }
    }

    /** A pair from its PKCS #8 and X.509 forms; refused if they do not belong together. */
    static SigningKeys of(byte[] pkcs8, byte[] x509) {
        try {
            var secret = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            var keys = new SigningKeys(secret, x509.clone());
            byte[] probe = "does the pair fit".getBytes(StandardCharsets.UTF_8);
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new java.security.spec.X509EncodedKeySpec(x509)));
            verifier.update(probe);
            if (!verifier.verify(keys.sign(probe))) {
                throw new KeysUnusable("its two halves do not belong together");
            }
            return keys;
        } catch (GeneralSecurityException e) {
            throw new KeysUnusable("it is no Ed25519 key pair", e);
        }
    }

    /**
     * Fingerprints of the keys known in {@code folder}, each with the name of its file; empty if there is no such
     * folder. A file that is no key is left out.
     */
    public static Map<String, String> known(Path folder) {
        var known = new TreeMap<String, String>();
        if (!Files.isDirectory(folder)) {
            return known;
        }
        try (var files = Files.newDirectoryStream(folder, "*" + PUBLIC_END)) {
            for (Path file : files) {
                try {
                    known.put(
                            fingerprint(der(Files.readString(file, StandardCharsets.ISO_8859_1))),
                            file.getFileName().toString());
                } catch (IllegalArgumentException notAKey) {
                    continue;
                }
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("the keys in " + folder + " cannot be read", e);
        }
    }

    public String fingerprint() {
        return fingerprint(publicDer);
    }

    /** The public half, X.509 in PEM. */
    public String publicPem() {
        return pem("PUBLIC KEY", publicDer);
    }

    byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every JDK", e);
        }
    }

    private static String fingerprint(byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** The public half first: a private key that exists always has its other half. */
    private static void create(Path folder) throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            write(folder.resolve(PUBLIC), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            write(folder.resolve(PRIVATE), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every JDK", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        OwnerOnly.replace(file, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }

    static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
