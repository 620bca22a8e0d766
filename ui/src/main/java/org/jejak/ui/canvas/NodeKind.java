package org.jejak.ui.canvas;

/** What a node stands for; decides shape, colour and pictogram. */
public enum NodeKind {
    PERSON,
    OFFICIAL,
    /** A victim, survivor or witness: calm colours, a double outline, never larger for any measure. */
    PROTECTED,
    ORGANIZATION,
    PLACE,
    VEHICLE,
    PHONE,
    ACCOUNT,
    DOCUMENT,
    HANDLE
}
