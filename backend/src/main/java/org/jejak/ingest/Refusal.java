package org.jejak.ingest;

/**
 * Why one row was not taken. It may quote the row, so it goes only to whoever loads and into the folder of refused rows,
 * never into a log or the graph.
 *
 * @param file name with {@code .csv}
 * @param line where the row begins
 * @param column the column at fault; empty where the whole row is
 * @param value what stands there, cut to a readable length
 * @param reason what is wrong and how to mend it
 */
public record Refusal(String file, long line, String column, String value, String reason) {

    private static final int SHOWN = 200;

    public Refusal {
        value = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
