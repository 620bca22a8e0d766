package org.jejak.pack;

/** Why a cell stays behind when its row leaves. */
enum Why {
    /** The row describes somebody protected, or something that identifies them. */
    ABOUT("it is about somebody protected, or a thing of theirs"),
    /** An attribute by which one could be picked out. */
    FEW("fewer than five protected people of this delivery are alike in it"),
    /** The row describes somebody else, or what happened, and names somebody protected. */
    NAMES("its row names somebody protected, or a thing of theirs"),
    DAY("its row names somebody protected, or a thing of theirs: the month leaves, the day does not"),
    MENTIONS("its text names somebody protected, or quotes a number or id of theirs"),
    CALLED("somebody protected is called or numbered the same"),
    /** The row itself names nobody protected. */
    CONFIDED("it is free text from a source that speaks of somebody protected"),
    SPEAKS("the source speaks of somebody protected"),
    SAME("in its month somebody protected has the same post twice, and the day does not leave"),
    UNWRITABLE("it holds a character, or is longer than a mebibyte, that no bundle may hold");

    private final String text;

    Why(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
