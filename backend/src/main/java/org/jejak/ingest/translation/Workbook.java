package org.jejak.ingest.translation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.UnreadableDelivery;

/** Tells workbooks from other files, and says of those that are not read how they are. */
public final class Workbook {

    private static final String READ = "xlsx";
    private static final int LOOKED_AT = 8;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Workbook() {}

    /** Whether the zip at {@code path} is a workbook of any kind, and so no bundle. */
    public static boolean isZipOf(Path path) {
        try (var zip = new ZipFile(path.toFile())) {
            return zip.getEntry("bundle.json") == null && !kind(zip).isEmpty();
        } catch (IOException noZip) {
            return false;
        }
    }

    private static String kind(ZipFile zip) {
        if (zip.getEntry("xl/workbook.xml") != null) {
            return READ;
        }
        if (zip.getEntry("xl/workbook.bin") != null) {
            return "xlsb";
        }
        ZipEntry content = zip.getEntry("content.xml");
        if (content != null && zip.getEntry("META-INF/manifest.xml") != null) {
            return "ods";
        }
        return zip.getEntry("Index/Document.iwa") != null ? "numbers" : "";
    }

    /**
     * Passes over whatever is no workbook.
     *
     * @throws UnreadableDelivery if it is one of a kind that is not read; its message says how to save it
     */
    public static void requireKnown(Path path) {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(LOOKED_AT);
        } catch (IOException unreadable) {
            throw new UnreadableDelivery("cannot read " + path, unreadable);
        }
        String name = String.valueOf(path.getFileName());
        requireNotOld(name, start);
        if (begins(start, ZIP)) {
            requireRead(name, kind(name, path));
        }
    }

    /**
     * Whether this is a workbook that can be read.
     *
     * @throws UnreadableDelivery if it is another kind of workbook, or a zip of anything else
     */
    static boolean isWorkbook(DeliveredFile file) throws IOException {
        byte[] start;
        try (InputStream in = file.open()) {
            start = in.readNBytes(LOOKED_AT);
        }
        requireNotOld(file.name(), start);
        if (!begins(start, ZIP)) {
            return false;
        }
        if (file.isPacked()) {
            throw new UnreadableDelivery(file.name()
                    + " is a zip or a workbook packed once more with gzip; take the gzip off (gunzip) and load it.");
        }
        String kind = kind(file.name(), file.path());
        requireRead(file.name(), kind);
        if (kind.isEmpty()) {
            throw new UnreadableDelivery(
                    file.name() + " is a zip and no workbook; unpack it and load the table that is in it.");
        }
        return true;
    }

    private static String kind(String name, Path path) {
        try (var zip = new ZipFile(path.toFile())) {
            return kind(zip);
        } catch (IOException broken) {
            throw new UnreadableDelivery(name + " is a broken zip or workbook; fetch it again.", broken);
        }
    }

    private static void requireNotOld(String name, byte[] start) {
        if (begins(start, OLE)) {
            throw new UnreadableDelivery(name
                    + " is a workbook of an old Excel (.xls), or one with a password. Open it, and save it without a"
                    + " password as .xlsx, or each sheet as CSV UTF-8.");
        }
    }

    private static void requireRead(String name, String kind) {
        if (!kind.isEmpty() && !kind.equals(READ)) {
            throw new UnreadableDelivery(name + " is a workbook in ." + kind
                    + ", which is not read here; save it as .xlsx, or each sheet as CSV UTF-8.");
        }
    }

    private static boolean begins(byte[] start, byte[] with) {
        for (int i = 0; i < with.length; i++) {
            if (start.length <= i || start[i] != with[i]) {
                return false;
            }
        }
        return true;
    }
}
