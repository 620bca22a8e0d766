package org.jejak.integrity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.network.Key;
import org.jejak.network.Span;

/**
 * Every contact between an official and the network, and whether a duty explains it
 * ({@link org.jejak.network.DutyExplains}).
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
            var when = new Span(contact.from(), contact.until());
            var a = view.holders().of(contact.a(), when);
            var b = view.holders().of(contact.b(), when);
            seenFrom(a, contact.a(), contact.b(), b, contact, when);
            seenFrom(b, contact.b(), contact.a(), a, contact, when);
        }
    }

    List<Touch> of(Key official) {
        return byOfficial.getOrDefault(official, List.of());
    }

    private void seenFrom(
            Set<Key> side, Key own, Key other, Set<Key> persons, OfficialsCase.Contact contact, Span when) {
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
                        .add(new Touch(
                                contact,
                                other,
                                theirs,
                                view.explains().of(official, other, when).isPresent()));
            }
        }
    }

    /** For each source read from a phone, the one party all its rows share, if they have more than one other. */
    private void findWhosePhoneWasRead() {
        var parties = new HashMap<Key, Set<Key>>();
        for (var contact : view.in().contacts()) {
            for (var said : contact.basis().said()) {
                if (READ_FROM_A_PHONE.contains(said.kind())) {
                    var pair = new HashSet<>(view.in().same().sameThing(contact.a()));
                    pair.addAll(view.in().same().sameThing(contact.b()));
                    var shared = common.get(said.source());
                    if (shared == null) {
                        common.put(said.source(), pair);
                    } else if (!shared.isEmpty()) {
                        shared.retainAll(pair);
                    }
                    var all = parties.computeIfAbsent(said.source(), k -> new TreeSet<>());
                    if (all.size() < 3) {
                        all.add(view.in().canonical(contact.a()));
                        all.add(view.in().canonical(contact.b()));
                    }
                }
            }
        }
        common.values().removeIf(shared -> !isOneThing(shared));
        common.keySet()
                .removeIf(source -> parties.getOrDefault(source, Set.of()).size() < 3);
    }

    private boolean isFromOwnPhone(OfficialsCase.Contact contact, Key own) {
        return contact.basis().said().stream()
                .allMatch(s -> common.getOrDefault(s.source(), Set.of()).contains(own));
    }

    /** Whether there is one among them that all others are. */
    private boolean isOneThing(Set<Key> things) {
        return things.stream()
                .anyMatch(one ->
                        things.stream().allMatch(other -> view.in().same().areOne(one, other)));
    }
}
