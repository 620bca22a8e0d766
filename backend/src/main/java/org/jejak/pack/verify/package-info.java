/**
 * Says whether an evidence pack is whole and whether its signer is known, from the file alone: no database, no network,
 * no Spring. This package by itself is {@code jejak-verify.jar}, so it uses the JDK and nothing else, and shares with
 * the writer only {@link org.jejak.pack.verify.PackFormat}: a mistake in the writer cannot hide itself here.
 * {@code PackVerifierTest} flips bits and expects each to be noticed.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("verify")
package org.jejak.pack.verify;

import org.jspecify.annotations.NullMarked;
