package org.jejak.integrity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.network.Key;

/**
 * Every contact between an official and the network, and whether a duty explains it: the other is a subject of a duty of
 * theirs, by person or by phone, and the contact may lie within its time.
 *
 * <p>Contacts known only because this official's own phone was read are left out: whoever is looked at has more.
 */
final class NetworkContacts {

    private static final Set<String> READ_FROM_A_PHONE = Set.of("phone_record", "seizure");

    /**
     * One contact seen from one official.
     *
     * @param other the party on the other side, as recorded
     * @param persons who that may have been; the party itself where nobody is known
     */
    record Touch(OfficialsCase.Contact contact, Key other, Set<Key> persons, boolean explained) {}

    private final CaseView view;
    private final Map<Key, List<Touch>> byOfficial = new HashMap<>();
    private final Map<Key, Set<Key>> common = new HashMap<>();

    NetworkContacts(CaseView view) {
        this.view = view;
        findWhosePhoneWasRead();
        for (var contact : view.in().contacts()) {
            var a = view.holders().of(contact.a(), contact.from(), contact.until());
            var b = view.holders().of(contact.b(), contact.from(), contact.until());
            seenFrom(a, contact.a(), contact.b(), b, contact);
            seenFrom(b, contact.b(), contact.a(), a, contact);
        }
    }

    List<Touch> of(Key official) {
        return byOfficial.getOrDefault(official, List.of());
    }

    private void seenFrom(Set<Key> side, Key own, Key other, Set<Key> persons, OfficialsCase.Contact contact) {
        for (Key official : side) {
            if (!view.officials().contains(official) || persons.contains(official)) {
                continue;
            }
            var network = view.networkFor(official, Set.of());
            Set<Key> theirs = persons.isEmpty() ? Set.of(view.in().canonical(other)) : persons;
            if ((theirs.stream().anyMatch(network::hasPerson) || network.has(other, contact.from()))
                    && !isFromOwnPhone(contact, own)) {
                byOfficial
                        .computeIfAbsent(official, k -> new ArrayList<>())
                        .add(new Touch(contact, other, theirs, isExplained(official, other, theirs, contact)));
            }
        }
    }

    private boolean isExplained(Key official, Key other, Set<Key> persons, OfficialsCase.Contact contact) {
        for (var duty : view.duties(official)) {
            if (duty.span().mayOverlap(contact.from(), contact.until())) {
                for (Key subject : duty.subjects()) {
                    if (persons.contains(subject)
                            || view.in().canonical(subject).equals(view.in().canonical(other))
                            || view.holders().of(subject, contact.from(), contact.until()).stream()
                                    .anyMatch(persons::contains)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** For each source read from a phone, the one party all its rows share, if they have more than one other. */
    private void findWhosePhoneWasRead() {
        var parties = new HashMap<Key, Set<Key>>();
        for (var contact : view.in().contacts()) {
            var pair = Set.of(view.in().canonical(contact.a()));
            if (!contact.a().equals(contact.b())) {
                pair = new HashSet<>(pair);
                pair.add(view.in().canonical(contact.b()));
            }
            for (var said : contact.basis().said()) {
                if (READ_FROM_A_PHONE.contains(said.kind())) {
                    var shared = common.get(said.source());
                    if (shared == null) {
                        common.put(said.source(), new HashSet<>(pair));
                    } else if (!shared.isEmpty()) {
                        shared.retainAll(pair);
                    }
                    var all = parties.computeIfAbsent(said.source(), k -> new TreeSet<>());
                    if (all.size() < 3) {
                        all.addAll(pair);
                    }
                }
            }
        }
        common.values().removeIf(shared -> shared.size() != 1);
        common.keySet()
                .removeIf(source -> parties.getOrDefault(source, Set.of()).size() < 3);
    }

    private boolean isFromOwnPhone(OfficialsCase.Contact contact, Key own) {
        var party = view.in().canonical(own);
        return contact.basis().said().stream()
                .allMatch(s -> common.getOrDefault(s.source(), Set.of()).contains(party));
    }
}
