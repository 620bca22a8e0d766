package org.jejak.world;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sample case lies, and the seeds that tests name. */
public final class SampleCase {

    /** Seed of the case in {@code seed-data}. */
    public static final long SEED = 20150525;

    /**
     * A seed whose world without collusion is used wherever nobody must be flagged; not in the repository. Chance flags
     * somebody honest in a few of a hundred quiet worlds, as a false-discovery rate allows: of the 60 with the seeds 101
     * to 160 it did in two, 102 and 103. This is the first of the others.
     */
    public static final long QUIET_SEED = 101;

    private SampleCase() {}

    /** The bundle in {@code seed-data}; the truth file lies beside it. */
    public static Path folder() {
        var here = Path.of("").toAbsolutePath();
        while (here != null) {
            Path found = here.resolve("seed-data").resolve("lembah-kabus");
            if (Files.isDirectory(found)) {
                return found;
            }
            here = here.getParent();
        }
        throw new IllegalStateException("seed-data/lembah-kabus is missing");
    }

    /** The parameters of the quiet world. */
    public static WorldParameters quiet() {
        return WorldParameters.sample(QUIET_SEED).with(Collusion.NONE, 1);
    }
}
