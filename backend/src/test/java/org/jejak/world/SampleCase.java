package org.jejak.world;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sample case lies, and the seeds that tests name. */
public final class SampleCase {

    /** Seed of the case in {@code seed-data}. */
    public static final long SEED = 20150525;

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

    /** The world of the sample case had nobody colluded: {@code generate --seed 20150525 --collusion none}. */
    public static WorldParameters quiet() {
        return WorldParameters.sample(SEED).with(Collusion.NONE, 1);
    }
}
