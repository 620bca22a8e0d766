package org.jejak.analysis;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jejak.network.ActorId;

/**
 * The fingerprint of a snapshot's content. Every text is preceded by its length in bytes, so no two different networks
 * write the same bytes.
 */
final class SnapshotDigest {

    private static final String FORMAT = "jejak-network-1";

    private SnapshotDigest() {}

    static String of(List<ActorId> actors, List<Tie> ties, Fold fold) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            var out = new DataOutputStream(new java.io.BufferedOutputStream(
                    new DigestOutputStream(OutputStream.nullOutputStream(), sha256), 1 << 16));
            text(out, FORMAT);
            text(out, fold.name());
            out.writeInt(actors.size());
            for (ActorId actor : actors) {
                text(out, actor.key().value());
            }
            out.writeInt(ties.size());
            for (Tie tie : ties) {
                text(out, tie.a().key().value());
                text(out, tie.b().key().value());
                text(out, tie.event().equals(tie.record()) ? tie.kind().name() : tie.kind() + " " + tie.event());
                text(out, tie.record().value());
                out.writeDouble(tie.strength());
            }
            out.flush();
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
