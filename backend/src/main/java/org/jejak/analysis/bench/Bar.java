package org.jejak.analysis.bench;

/**
 * What we hold ourselves to.
 *
 * @param atLeast how many times as long as ours the other engine must take, by minima
 */
public record Bar(String network, String engine, double atLeast, double measured, boolean met) {}
