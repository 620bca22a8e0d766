package org.jejak.ingest.ftm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.network.EntityKind;

/** What of the FollowTheMoney model the translation needs: who extends whom, which schemata are edges, what is what. */
final class Schemata {

    /** A schema whose entities are ties, and the relation of the contract that says the same. */
    record Edge(String source, String target, String relation) {}

    private static final Map<String, List<String>> PARENTS = new HashMap<>();
    private static final Map<String, Edge> EDGES = Map.ofEntries(
            Map.entry("Associate", new Edge("person", "associate", "associate")),
            Map.entry("Control", new Edge("controller", "controlled", "controls")),
            Map.entry("ContractAward", new Edge("contract", "supplier", "awarded_to")),
            Map.entry("CourtCaseParty", new Edge("party", "case", "involved_in")),
            Map.entry("Debt", new Edge("debtor", "creditor", "owes")),
            Map.entry("Directorship", new Edge("director", "organization", "directs")),
            Map.entry("Documentation", new Edge("document", "entity", "documents")),
            Map.entry("Employment", new Edge("employee", "employer", "works_for")),
            Map.entry("Family", new Edge("person", "relative", "family")),
            Map.entry("Membership", new Edge("member", "organization", "member_of")),
            Map.entry("Occupancy", new Edge("holder", "post", "holds_post")),
            Map.entry("Ownership", new Edge("owner", "asset", "owns")),
            Map.entry("ProjectParticipant", new Edge("participant", "project", "participates_in")),
            Map.entry("Representation", new Edge("agent", "client", "represents")),
            Map.entry("Succession", new Edge("predecessor", "successor", "precedes")),
            Map.entry("UnknownLink", new Edge("subject", "object", "linked_to")));

    /** What a property of a thing states about another: {@code backwards} if the other is the subject. */
    record Reference(String relation, boolean backwards) {}

    private static final Map<String, Reference> REFERENCES = new TreeMap<>(Map.of(
            "addressEntity", new Reference("located_at", false),
            "bank", new Reference("held_at", false),
            "operator", new Reference("uses", true),
            "owner", new Reference("owns", true),
            "holder", new Reference("holds", true),
            "parent", new Reference("part_of", false)));

    static {
        for (String line : """
                Address Thing; Airplane Vehicle; Analyzable; Article Document; Assessment Thing; Asset Thing Value
                Associate Interval; Audio Document; BankAccount Asset; Call Interval; CallForTenders Thing
                Company Organization Asset; Contract Asset; ContractAward Interest Value; Control Interest
                CourtCase Thing; CourtCaseParty Interest; CryptoWallet Thing Value; Debt Interval Value
                Directorship Interest; Document Thing Analyzable; Documentation Interest; EconomicActivity Interval
                Email Folder PlainText HyperText; Employment Interest; Event Interval Analyzable Thing; Family Interval
                Folder Document; HyperText Document; Identification Interval; Image Document; Interest Interval; Interval
                LegalEntity Thing; License Contract; Membership Interest; Mention; Message Folder PlainText HyperText
                Note Thing Analyzable; Occupancy Interval; Organization LegalEntity; Ownership Interest; Package Folder
                Page Document; Pages Document; Passport Identification; Payment Interval Value; Person LegalEntity
                PlainText Document; Position Thing; Post Interest; Project Interval Thing Value
                ProjectParticipant Interest; PublicBody Organization; RealEstate Asset; Representation Interest
                Risk Interval; Sanction Interval; Security Asset; Similar; Succession Interest; Table Document; TaxRoll Interval
                Territory Thing; Thing; Trip Event; UnknownLink Interest; UserAccount Thing; Value; Vehicle Asset
                Vessel Vehicle; Video Document; Workbook Folder
                """.split("[;\n]")) {
            String[] words = line.strip().split(" ");
            PARENTS.put(words[0], List.of(words).subList(1, words.length));
        }
    }

    private Schemata() {}

    static boolean isKnown(String schema) {
        return PARENTS.containsKey(schema);
    }

    /** Whether {@code schema} is {@code ancestor} or extends it. */
    static boolean isA(String schema, String ancestor) {
        return ancestors(schema, new HashSet<>()).contains(ancestor);
    }

    private static Set<String> ancestors(String schema, Set<String> found) {
        if (found.add(schema)) {
            PARENTS.getOrDefault(schema, List.of()).forEach(parent -> ancestors(parent, found));
        }
        return found;
    }

    /** The schema of two fragments of one entity: the more specific; empty if neither extends the other. */
    static Optional<String> common(String one, String other) {
        return isA(one, other) ? Optional.of(one) : isA(other, one) ? Optional.of(other) : Optional.empty();
    }

    static Optional<Edge> edge(String schema) {
        return Optional.ofNullable(EDGES.get(schema));
    }

    static Map<String, Reference> references() {
        return REFERENCES;
    }

    /** What its entities are in the contract; empty where the contract has no such kind of thing. */
    static Optional<EntityKind> kind(String schema) {
        if (isA(schema, "Person")) {
            return Optional.of(EntityKind.PERSON);
        }
        if (isA(schema, "LegalEntity")) {
            return Optional.of(EntityKind.ORGANIZATION);
        }
        if (isA(schema, "Address") || isA(schema, "RealEstate")) {
            return Optional.of(EntityKind.PLACE);
        }
        if (isA(schema, "Vehicle")) {
            return Optional.of(EntityKind.VEHICLE);
        }
        if (isA(schema, "BankAccount") || isA(schema, "CryptoWallet")) {
            return Optional.of(EntityKind.ACCOUNT);
        }
        if (isA(schema, "UserAccount")) {
            return Optional.of(EntityKind.HANDLE);
        }
        if (isA(schema, "Identification")) {
            return Optional.of(EntityKind.DOCUMENT);
        }
        boolean paper = isA(schema, "Document") && !schema.equals("Message") && !schema.equals("Email");
        return paper ? Optional.of(EntityKind.SOURCE) : Optional.empty();
    }
}
