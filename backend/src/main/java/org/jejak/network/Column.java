package org.jejak.network;

/** One column of a record file. */
public record Column(String name, ColumnType type, boolean required) {}
