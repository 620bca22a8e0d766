package org.jejak.network;

import java.util.Set;

/**
 * What the relations of {@code links} mean to the rules: which of them say that somebody holds a thing, which that they
 * have a say over it, which that they were in one place or organization with others. The words of the contract are in
 * {@link RecordFile#RELATIONS}; no rule lists them anew.
 */
public final class Relations {

    /** The one relation of kinship; that somebody is family says nothing by itself. */
    public static final String FAMILY = "family";

    public static final String ASSOCIATE = "associate";

    public static final String WORKS_FOR = "works_for";

    public static final String LIVES_AT = "lives_at";

    /** Who holds a phone, handle, account or vehicle: whoever uses, holds or owns it. */
    public static final Set<String> HOLDING = Set.of("uses", "holds", "owns");

    /** Whose company it is: whoever owns or directs it. Who works for it is not answerable for it. */
    public static final Set<String> RULING = Set.of("owns", "directs");

    /** What somebody can make serve them: what they hold or direct. */
    public static final Set<String> DISPOSING = Set.of("uses", "holds", "owns", "directs");

    /** The places somebody makes serve them: a guarded one too. */
    public static final Set<String> DISPOSING_OF_A_PLACE = Set.of("uses", "holds", "owns", "directs", "guards");

    /** Who belongs to an organization that exists for crime: a member or a hired hand too. */
    public static final Set<String> BEING_OF_A_SYNDICATE =
            Set.of("owns", "directs", "commands", "member_of", WORKS_FOR);

    /** Who works in an organization, or is part of it in another way, and so meets the others there. */
    public static final Set<String> WORKING_IN_AN_ORGANIZATION = Set.of("member_of", WORKS_FOR, "directs", "owns");

    /** Who is or was at a place, and so may meet others there. */
    public static final Set<String> BEING_AT_A_PLACE = Set.of("located_at", "visited", LIVES_AT, "guards", WORKS_FOR);

    private Relations() {}
}
