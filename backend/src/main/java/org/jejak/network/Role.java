package org.jejak.network;

/** What a user of Jejak may do; one person may hold several, integrity and investigator of one case never together. */
public enum Role {
    /** Explores and loads. */
    INVESTIGATOR,
    /** Evidence; with a legal basis also identified export. */
    PROSECUTOR,
    /** Officials' leads; nobody else learns that any exist. */
    INTEGRITY,
    /** Identities of victims and witnesses, screenings. */
    VICTIM_CARE,
    /** Assigns cases, gives the second approval. */
    SUPERVISOR,
    /** Users, configuration, health; reads no case. */
    ADMINISTRATOR
}
