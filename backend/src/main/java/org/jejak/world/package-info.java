/**
 * Synthetic worlds: a made-up trafficking case and the made-up officials around it, written as a record bundle, with a
 * truth file beside it that says what was planted. Used for the sample case, for the tests that must find what was
 * planted, and for benchmarks.
 *
 * <p>What belongs here: who does what, and when. What does not: any statistic, score or p-value, and anything the
 * integrity channels use; a generator that shared code with the tests it feeds would only find its own assumptions.
 * Knows the record files of {@code network} and nothing else; {@code ArchitectureTest} holds that.
 */
@NullMarked
package org.jejak.world;

import org.jspecify.annotations.NullMarked;
