package org.jejak.network;

/** What a user of Jejak may do; one person may hold several, integrity and investigator of one case never together. */
public enum Role {
    /** Explores and loads. */
    INVESTIGATOR(true),
    /** Evidence; with a legal basis also identified export. */
    PROSECUTOR(true),
    /** Officials' leads; nobody else learns that any exist. */
    INTEGRITY(true),
    /** Identities of victims and witnesses, screenings. */
    VICTIM_CARE(true),
    /** Assigns cases, gives the second approval. */
    SUPERVISOR(true),
    /** Users, configuration, health; reads no case. */
    ADMINISTRATOR(false),
    /** Screens people at the front line; reads no case, only what they entered. */
    SCREENER(false),
    /** An organisation that hands in testimonies; reads no case, only what it handed in. */
    COMMUNITY(false),
    /** Grades what was handed in and lets it in; reads no case. */
    INTAKE(false);

    private final boolean readsCases;

    Role(boolean readsCases) {
        this.readsCases = readsCases;
    }

    /** Whether who has this role may be assigned to cases, and read them. */
    public boolean readsCases() {
        return readsCases;
    }
}
