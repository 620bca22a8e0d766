package org.jejak.network;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * On whose behalf something is read: the user, what they may do, the cases they are assigned to (shared cases
 * included) and how strict a handling code they are cleared for. Every read port of the backend takes one.
 *
 * <p>A record carries <em>doors</em>, one for each case it was delivered under, {@code CASE#LEVEL}, where the level is
 * the least clearance that opens it there; a viewer carries {@link #keys()}, one for each case and each level up to
 * their clearance. A record is visible exactly if a door of it is among the viewer's keys, which makes the rule one
 * set intersection in every query.
 *
 * @param user name of the user, {@code operator} for the owner of the home's files
 * @param cases references of the cases this viewer may read
 * @param badges keyed hashes of the badges this user has in their agencies, by which records may know them
 * @param without sources that are left out of whatever this viewer reads, as if they had never been
 */
public record Viewer(
        String user, Set<Role> roles, Set<String> cases, Handling clearance, Set<String> badges, Set<Key> without) {

    /** The owner of the home's files, who acts where no user is named. */
    public static final String OPERATOR = "operator";

    public Viewer {
        roles = Set.copyOf(roles);
        cases = Set.copyOf(cases);
        badges = Set.copyOf(badges);
        without = Set.copyOf(without);
    }

    public Viewer(String user, Set<Role> roles, Set<String> cases, Handling clearance, Set<String> badges) {
        this(user, roles, cases, clearance, badges, Set.of());
    }

    /** A viewer whom no record knows. */
    public Viewer(String user, Set<Role> roles, Set<String> cases, Handling clearance) {
        this(user, roles, cases, clearance, Set.of());
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether no handling code closes anything of their cases to them. */
    public boolean isClearedForEverything() {
        return isOperator() || clearance == Handling.RED;
    }

    public boolean isOperator() {
        return user.equals(OPERATOR);
    }

    /** The doors this viewer can open, sorted. */
    public List<String> keys() {
        return new TreeSet<>(cases)
                .stream()
                        .flatMap(
                                c -> IntStream.rangeClosed(0, clearance.level()).mapToObj(l -> door(c, l)))
                        .toList();
    }

    /** Whether {@code door} is among the {@link #keys()}. Asked of every row that is read, so nothing is made for it. */
    public boolean opens(String door) {
        int level = door.lastIndexOf('#') + 1;
        return Integer.parseInt(door, level, door.length(), 10) <= clearance.level()
                && cases.contains(door.substring(0, level - 1));
    }

    /**
     * The case of theirs that is meant, as it is written, in whatever case of letters it was typed.
     *
     * @throws NotAllowed if there is none that they may see
     * @throws IllegalArgumentException if it may be several of theirs
     */
    public String caseNamed(String typed) {
        return CaseNames.meant(cases, typed);
    }

    /** The same viewer looking at fewer cases; cases they may not see are dropped without a word. */
    public Viewer within(Set<String> wanted) {
        var narrowed = new TreeSet<>(cases);
        narrowed.retainAll(wanted);
        return new Viewer(user, roles, narrowed, clearance, badges, without);
    }

    /** The same viewer asking what remains without these sources; none to leave nothing out. */
    public Viewer withoutSources(Collection<Key> sources) {
        return new Viewer(user, roles, cases, clearance, badges, Set.copyOf(sources));
    }

    /** The same viewer cleared for everything: only to judge who must be protected, never to show a record. */
    public Viewer whateverTheHandling() {
        return new Viewer(user, roles, cases, Handling.RED, badges);
    }

    public static String door(String caseRef, int level) {
        return caseRef + "#" + level;
    }
}
