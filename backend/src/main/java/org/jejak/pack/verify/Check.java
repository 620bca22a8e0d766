package org.jejak.pack.verify;

/**
 * One thing the verifier looked at.
 *
 * @param check what was looked at, a short fixed name
 * @param detail what was found, for a person
 */
public record Check(String check, boolean ok, String detail) {}
