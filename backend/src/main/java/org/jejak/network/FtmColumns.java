package org.jejak.network;

/** The columns beside those of the contract in which rows made of a FollowTheMoney stream keep what came. */
public final class FtmColumns {

    /** The entity as it came, one JSON object; on the first of the rows that it became. */
    public static final String WHOLE = "ftm.#whole";

    /** Id of the entity that another row keeps and of which this row is a part. */
    public static final String PART_OF = "ftm.#of";

    private FtmColumns() {}
}
