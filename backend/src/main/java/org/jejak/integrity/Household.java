package org.jejak.integrity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.Relations;

/**
 * Whose money is an official's money: their own, their family's, and that of companies these own or direct. Around it
 * stand associates and any other company, through which money may pass but at which it does not arrive. That somebody is
 * family says nothing by itself.
 */
final class Household {

    private static final Set<String> NO_COMPANY = Set.of("agency", "financial_institution");

    private final OfficialsCase in;
    private final Map<Key, Map<Key, Basis>> family = new HashMap<>();
    private final Map<Key, Map<Key, Basis>> associates = new HashMap<>();
    private final Map<Key, Map<Key, Basis>> companies = new HashMap<>();
    private final Map<Key, Set<Key>> employers = new HashMap<>();

    Household(OfficialsCase in) {
        this.in = in;
        for (var link : in.links()) {
            switch (link.relation()) {
                case Relations.FAMILY -> both(family, link);
                case Relations.ASSOCIATE -> both(associates, link);
                case Relations.WORKS_FOR ->
                    employers
                            .computeIfAbsent(link.subject(), k -> new TreeSet<>())
                            .add(link.object());
                default -> {}
            }
            if (Relations.RULING.contains(link.relation())
                    && in.kinds().get(link.object()) == EntityKind.ORGANIZATION) {
                put(companies, link.subject(), link.object(), link.basis());
            }
        }
    }

    /** Members and companies, each with the rows that make them so; the official with none. */
    Map<Key, List<Basis>> of(Key official) {
        var members = new TreeMap<Key, List<Basis>>();
        members.put(official, List.of());
        family.getOrDefault(official, Map.of()).forEach((who, basis) -> members.put(who, List.of(basis)));
        for (Key person : List.copyOf(members.keySet())) {
            companies.getOrDefault(person, Map.of()).forEach((company, basis) -> {
                var rows = new java.util.ArrayList<>(members.getOrDefault(person, List.of()));
                rows.add(basis);
                members.putIfAbsent(company, rows);
            });
        }
        return members;
    }

    /** Whether money may pass through somebody on its way to these members. */
    boolean mayPass(Key party, Map<Key, List<Basis>> members) {
        var kind = in.kinds().get(party);
        if (kind == EntityKind.ORGANIZATION) {
            return !NO_COMPANY.contains(in.organizationKinds().getOrDefault(party, "other"));
        }
        return associates.getOrDefault(party, Map.of()).keySet().stream().anyMatch(members::containsKey);
    }

    boolean worksFor(Key person, Key organization) {
        return employers.getOrDefault(person, Set.of()).contains(organization);
    }

    private static void both(Map<Key, Map<Key, Basis>> map, OfficialsCase.Link link) {
        put(map, link.subject(), link.object(), link.basis());
        put(map, link.object(), link.subject(), link.basis());
    }

    private static void put(Map<Key, Map<Key, Basis>> map, Key from, Key to, Basis basis) {
        map.computeIfAbsent(from, k -> new TreeMap<>()).putIfAbsent(to, basis);
    }
}
