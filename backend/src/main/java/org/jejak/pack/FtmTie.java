package org.jejak.pack;

import java.util.Map;
import java.util.Optional;
import org.jejak.network.EntityKind;
import org.jejak.network.Relations;

/**
 * The schema of FollowTheMoney for a relation between two.
 *
 * @param from property of the one
 * @param to property of the other
 * @param other what the other must be; the one is always a person
 */
record FtmTie(String schema, String from, String to, EntityKind other) {

    private static final Map<String, FtmTie> BY_RELATION = Map.of(
            Relations.FAMILY,
            new FtmTie("Family", "person", "relative", EntityKind.PERSON),
            Relations.ASSOCIATE,
            new FtmTie("Associate", "person", "associate", EntityKind.PERSON),
            Relations.WORKS_FOR,
            new FtmTie("Employment", "employee", "employer", EntityKind.ORGANIZATION),
            "directs",
            new FtmTie("Directorship", "director", "organization", EntityKind.ORGANIZATION),
            "member_of",
            new FtmTie("Membership", "member", "organization", EntityKind.ORGANIZATION));

    static boolean hasSchema(String relation) {
        return BY_RELATION.containsKey(relation);
    }

    /** Empty where the schema does not take things of these kinds. */
    static Optional<FtmTie> of(String relation, EntityKind one, EntityKind another) {
        return Optional.ofNullable(BY_RELATION.get(relation))
                .filter(tie -> one == EntityKind.PERSON && another == tie.other);
    }
}
