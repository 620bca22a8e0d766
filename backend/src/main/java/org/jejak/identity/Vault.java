package org.jejak.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One random 256-bit secret for every person and thing, each in a slot of {@code vault/slots} in the home, wrapped by a
 * master key that lies outside the home; and the sealing of cells with them.
 *
 * <p>Neo4j remembers: a property that was overwritten stays in transaction logs and backups. So nothing that identifies
 * anybody reaches it but sealed, and erasing a person is {@link #destroy destroying} their slot in place, after which
 * every copy of what was sealed for them is noise. A cell about several persons is sealed with a key derived from all
 * their secrets (HKDF-SHA256, RFC 5869), so that erasing one of them erases it.
 *
 * <p>Several processes may use one vault: slots are handed out under a file lock, and a slot once written changes only
 * by being destroyed. Sealing is AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; a wrapped slot is 64 bytes:
 * 12 nonce, 32 secret and 16 tag sealed, 4 spare.
 */
public final class Vault implements AutoCloseable {

    private static final int SLOT = 64;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SECRET = 32;

    /** How many secrets are kept in memory; the others are read again. */
    private static final int KEPT = 200_000;

    private final FileChannel slots;
    private final Path lock;
    private final byte[] master;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentHashMap<Long, byte[]> secrets = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Long, byte[]> cellKeys = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, byte[]> purposeKeys = new ConcurrentHashMap<>();

    private Vault(FileChannel slots, Path lock, byte[] master) {
        this.slots = slots;
        this.lock = lock;
        this.master = master;
    }

    /**
     * Opens the vault of {@code home}; makes it, and the master key in {@code keys}, where neither exists.
     *
     * @throws KeysUnusable if the home has slots but {@code keys} has not the master key for it, which must
     *     never be answered by making a new one
     */
    public static Vault open(Path home, Path keys) {
        try {
            Path folder = OwnerOnly.directory(OwnerOnly.directory(home).resolve("vault"));
            Path slots = OwnerOnly.file(folder.resolve("slots"));
            Path lock = OwnerOnly.file(folder.resolve("lock"));
            Path masterFile = OwnerOnly.directory(keys).resolve("master.key");
            byte[] master;
            try (var guard = FileChannel.open(lock, StandardOpenOption.WRITE);
                    var held = guard.lock()) {
                if (!Files.exists(masterFile)) {
                    if (Files.size(slots) > 0) {
                        throw new KeysUnusable("the identities in " + home
                                + " were sealed with a master key that is not in " + keys
                                + "; name the folder that holds master.key with --keys");
                    }
                    byte[] fresh = new byte[SECRET];
                    new SecureRandom().nextBytes(fresh);
                    OwnerOnly.replace(masterFile, fresh);
                }
                master = Files.readAllBytes(masterFile);
            }
            if (master.length != SECRET) {
                throw new KeysUnusable(masterFile + " is not a master key: it has " + master.length
                        + " bytes, not 32; put the right one there, or name its folder with --keys");
            }
            var vault =
                    new Vault(FileChannel.open(slots, StandardOpenOption.READ, StandardOpenOption.WRITE), lock, master);
            vault.requireRightMaster(keys);
            return vault;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void requireRightMaster(Path keys) throws IOException {
        long count = slots.size() / SLOT;
        for (long slot = 0; slot < count; slot++) {
            try {
                secret(slot);
                return;
            } catch (KeyDestroyed erased) {
                continue;
            } catch (IllegalStateException wrong) {
                throw new KeysUnusable(
                        "the master key in " + keys
                                + " is not the one this home was sealed with; name the folder of the right one with --keys",
                        wrong);
            }
        }
    }

    /** Makes {@code count} new secrets, durable before this returns; the first slot's number, the others follow. */
    public synchronized long allocate(int count) {
        try (var guard = FileChannel.open(lock, StandardOpenOption.WRITE);
                var held = guard.lock()) {
            long first = (slots.size() + SLOT - 1) / SLOT;
            var block = ByteBuffer.allocate(count * SLOT);
            for (int i = 0; i < count; i++) {
                byte[] secret = new byte[SECRET];
                random.nextBytes(secret);
                byte[] wrapped = encrypt(forPurpose("wrap"), secret, aad(first + i));
                block.put(wrapped).put(new byte[SLOT - wrapped.length]);
                keep(first + i, secret);
            }
            block.flip();
            long at = first * SLOT;
            while (block.hasRemaining()) {
                at += slots.write(block, at);
            }
            slots.force(false);
            return first;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Overwrites the secret in {@code slot}; whatever was sealed with it is lost for good. */
    public void destroy(long slot) {
        destroy(List.of(slot));
    }

    /** Overwrites the secrets in all these slots, durable before this returns. */
    public void destroy(Collection<Long> all) {
        try {
            for (long slot : all) {
                var zeros = ByteBuffer.allocate(SLOT);
                long at = slot * SLOT;
                while (zeros.hasRemaining()) {
                    at += slots.write(zeros, at);
                }
                secrets.remove(slot);
                cellKeys.remove(slot);
            }
            slots.force(false);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Seals {@code plain} for all the given slots together.
     *
     * @param context bound to the result, which opens only with the same one (for a row, its key)
     */
    public byte[] seal(long[] forSlots, byte[] plain, String context) {
        return encrypt(keyFor(forSlots), plain, context.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What {@link #seal} was given.
     *
     * @throws KeyDestroyed if one of those it was sealed for was erased
     * @throws IllegalStateException if {@code sealed} was altered, or was sealed for others or in another context
     */
    public byte[] open(long[] forSlots, byte[] sealed, String context) {
        return decrypt(keyFor(forSlots), sealed, context.getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SHA256 under a key of its own for each purpose: equality across records without the value. */
    public byte[] hmac(String purpose, byte[] value) {
        return mac(forPurpose("hmac:" + purpose), value);
    }

    private byte[] forPurpose(String purpose) {
        return purposeKeys.computeIfAbsent(purpose, p -> derive(p, master));
    }

    private void keep(long slot, byte[] secret) {
        if (secrets.size() >= KEPT) {
            secrets.clear();
            cellKeys.clear();
        }
        secrets.put(slot, secret);
    }

    private byte[] keyFor(long[] forSlots) {
        if (forSlots.length == 0) {
            throw new IllegalArgumentException("sealed for nobody");
        }
        if (forSlots.length == 1) {
            byte[] known = cellKeys.get(forSlots[0]);
            if (known == null) {
                known = derive("cells", secret(forSlots[0]));
                cellKeys.put(forSlots[0], known);
            }
            return known;
        }
        long[] sorted = Arrays.stream(forSlots).sorted().distinct().toArray();
        var all = ByteBuffer.allocate(sorted.length * SECRET);
        for (long slot : sorted) {
            all.put(secret(slot));
        }
        return derive("cells", all.array());
    }

    private byte[] secret(long slot) {
        byte[] known = secrets.get(slot);
        if (known != null) {
            return known;
        }
        byte[] wrapped = read(slot);
        if (Arrays.equals(wrapped, new byte[SLOT])) {
            throw new KeyDestroyed(slot);
        }
        byte[] secret = decrypt(forPurpose("wrap"), Arrays.copyOf(wrapped, NONCE + SECRET + TAG_BITS / 8), aad(slot));
        keep(slot, secret);
        return secret;
    }

    private byte[] read(long slot) {
        try {
            var buffer = ByteBuffer.allocate(SLOT);
            int read = 0;
            while (buffer.hasRemaining() && read >= 0) {
                read = slots.read(buffer, slot * SLOT + buffer.position());
            }
            if (buffer.hasRemaining()) {
                throw new IllegalStateException("the vault has no slot " + slot);
            }
            return buffer.array();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private byte[] encrypt(byte[] key, byte[] plain, byte[] aad) {
        try {
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(aad);
            byte[] out = new byte[NONCE + cipher.getOutputSize(plain.length)];
            System.arraycopy(nonce, 0, out, 0, NONCE);
            cipher.doFinal(plain, 0, plain.length, out, NONCE);
            return out;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] decrypt(byte[] key, byte[] sealed, byte[] aad) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            cipher.updateAAD(aad);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException altered) {
            throw new IllegalStateException("what was sealed was altered, or another key sealed it", altered);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** HKDF-SHA256 (RFC 5869) with an empty salt and one block of output. */
    private static byte[] derive(String purpose, byte[] secret) {
        byte[] extracted = mac(new byte[SECRET], secret);
        byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] expand = Arrays.copyOf(info, info.length + 1);
        expand[info.length] = 1;
        return mac(extracted, expand);
    }

    private static byte[] mac(byte[] key, byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(value);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] aad(long slot) {
        return ByteBuffer.allocate(Long.BYTES).putLong(slot).array();
    }

    @Override
    public void close() {
        try {
            slots.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
