package org.jejak.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.network.FtmColumns;
import org.jejak.network.RecordFile;
import org.jejak.network.Strength;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Delivered;
import org.jejak.safeguard.SourceFiles;

/** What of a case a FollowTheMoney stream has no place for, so that nobody takes it for the whole. */
final class FtmLimits {

    private static final String BUNDLE = "a bundle has a place for it, FollowTheMoney has none";
    private static final String ASIDE =
            "FollowTheMoney has no property for it; it stands beside the properties, under jejak";

    private final Viewer viewer;
    private final SourceFiles files;

    FtmLimits(Viewer viewer, SourceFiles files) {
        this.viewer = viewer;
        this.files = files;
    }

    /**
     * @param delivered all that the deliveries brought
     * @param current what of it leaves
     */
    List<PackContent.Withheld> of(
            List<Delivered> deliveries,
            List<VisibleRecord> delivered,
            List<VisibleRecord> waiting,
            List<VisibleRecord> current) {
        var limits = new ArrayList<PackContent.Withheld>();
        long kept =
                deliveries.stream().mapToLong(d -> files.kept(viewer, d).size()).sum();
        limit(limits, kept, "files of sources", BUNDLE);
        limit(limits, waiting.size(), "rows that wait for what they name", BUNDLE);
        limit(limits, earlier(delivered, current), "earlier or withdrawn versions of rows", BUNDLE);
        var own = current.stream().filter(r -> !isWhole(r)).toList();
        limit(limits, own.stream().filter(FtmLimits::isWeighed).count(), "weights of ties", ASIDE);
        var asLinks = new TreeMap<String, Long>();
        own.stream().filter(r -> !FtmForm.hasSchema(r)).forEach(r -> asLinks.merge(r.file(), 1L, Long::sum));
        asLinks.forEach(
                (file, rows) -> limit(
                        limits,
                        rows,
                        "rows of " + file,
                        "FollowTheMoney has no schema for them; they leave as links or notes, with their cells beside, under jejak"));
        return limits;
    }

    private static void limit(List<PackContent.Withheld> limits, long count, String what, String why) {
        if (count > 0) {
            limits.add(new PackContent.Withheld(count + " " + what, why, ""));
        }
    }

    private static boolean isWhole(VisibleRecord row) {
        return row.cells().containsKey(FtmColumns.WHOLE) || row.cells().containsKey(FtmColumns.PART_OF);
    }

    private static boolean isWeighed(VisibleRecord row) {
        return row.file().equals(RecordFile.LINKS.fileName()) && row.cells().containsKey(Strength.COLUMN);
    }

    private record Version(String key, Map<String, String> cells) {

        static Version of(VisibleRecord row) {
            return new Version(row.key() + " " + row.file(), row.cells());
        }
    }

    private static long earlier(List<VisibleRecord> delivered, List<VisibleRecord> current) {
        Set<Version> versions = new HashSet<>();
        delivered.forEach(r -> versions.add(Version.of(r)));
        current.forEach(r -> versions.remove(Version.of(r)));
        return versions.size();
    }
}
