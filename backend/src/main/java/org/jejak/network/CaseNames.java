package org.jejak.network;

import java.util.Collection;

/** Cases as people type them: in any case of letters, where that says which one is meant. */
public final class CaseNames {

    private CaseNames() {}

    /**
     * The case that is meant, as it is written.
     *
     * @param cases those that may be meant; never one that whoever typed may not see
     * @throws NotAllowed if it is none of them, in the same words whether it is hidden or not there
     * @throws IllegalArgumentException if several differ from it by capital letters alone
     */
    public static String meant(Collection<String> cases, String typed) {
        if (cases.contains(typed)) {
            return typed;
        }
        String name = typed.strip();
        var alike = cases.stream()
                .filter(name::equalsIgnoreCase)
                .distinct()
                .sorted()
                .toList();
        if (alike.size() > 1) {
            throw new IllegalArgumentException(
                    "'" + typed + "' may be " + String.join(" or ", alike) + "; write it as one of them is written");
        }
        if (alike.isEmpty()) {
            throw NotAllowed.noCase(typed);
        }
        return alike.getFirst();
    }
}
