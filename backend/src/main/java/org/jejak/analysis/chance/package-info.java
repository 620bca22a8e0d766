/**
 * How likely a count is by chance alone: exact distributions of counts under a null model, who leads among people
 * rostered together, and false-discovery control for discrete tests. Plain numbers in, plain numbers out; nothing here
 * knows an official, a record or a calendar. {@code ArchitectureTest} holds that it needs the JDK alone.
 */
@NullMarked
@NamedInterface("chance")
package org.jejak.analysis.chance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
