/**
 * Officials: which contact, money or passage goes beyond what this official's duty explains, how improbable is it, on
 * which records does that rest, and what speaks against it? One class for each channel, their combination, and the
 * reading of a case into {@link org.jejak.integrity.OfficialsCase}. It finds leads, never guilt; kinship, rank or
 * membership of a unit alone is never scored.
 *
 * <p>The statistics themselves are under {@code analysis.chance}; nothing here writes to the store. The generator of
 * synthetic worlds shares no code with this package, which {@code ArchitectureTest} holds.
 */
@NullMarked
package org.jejak.integrity;

import org.jspecify.annotations.NullMarked;
