/**
 * Answers that were kept: found again, asked again, and held against what the records say now. What is measured and how
 * belongs to {@code ui.analysis}; here is what became of an answer.
 */
@NullMarked
package org.jejak.ui.investigation;

import org.jspecify.annotations.NullMarked;
