/**
 * The commands behind {@code ./jejak}: they read what was typed, ask a feature on behalf of somebody, and print. JSON
 * goes to standard output alone, everything else to standard error; exit codes are those of {@link Exit}.
 *
 * <p>Not here: any answer of their own. Whatever a command says, {@code api} and the pages can say too, from the same
 * service.
 */
@NullMarked
package org.jejak.command;

import org.jspecify.annotations.NullMarked;
