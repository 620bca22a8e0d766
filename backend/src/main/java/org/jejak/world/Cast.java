package org.jejak.world;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Everybody in the world, and who belongs to whom. Ids are shuffled so that they say nothing about the person. */
final class Cast {

    /** @param number 1 up, in the order of creation; decides phones and papers */
    record Person(int number, String id, FictionalNames.Name name, boolean female) {
        String phone() {
            return "t" + id.substring(1);
        }

        String account() {
            return "a" + id.substring(1);
        }
    }

    /** Somebody through whom circles meet, knowing few people in each. */
    record Broker(Person person, List<Circle> joins) {}

    /** Two people of the network who know each other. */
    record Acquaintance(Person one, Person other) {}

    private final Map<Circle, List<Person>> circles = new EnumMap<>(Circle.class);
    private final List<Broker> brokers = new ArrayList<>();
    private final List<Acquaintance> acquaintances = new ArrayList<>();
    private final List<Person> victims = new ArrayList<>();
    private final List<Person> relatives = new ArrayList<>();
    private final List<Person> bystanders = new ArrayList<>();
    private final List<Person> officials = new ArrayList<>();
    private final List<Person> network = new ArrayList<>();
    private final int[] shuffled;
    private final Chance naming;
    private int created;

    Cast(WorldParameters parameters) {
        naming = Chance.of(parameters.seed(), "names", 0);
        shuffled = new int[parameters.persons()];
        for (int i = 0; i < shuffled.length; i++) {
            shuffled[i] = i + 1;
        }
        Chance.of(parameters.seed(), "ids", 0).shuffle(shuffled);
        add(officials, parameters.officials());
        int others = parameters.persons() - parameters.officials();
        int wanted = (int) (others * .40);
        for (Circle circle : Circle.values()) {
            var members = new ArrayList<Person>();
            add(members, circle.sizeOf(wanted));
            circles.put(circle, members);
            network.addAll(members);
        }
        var chance = Chance.of(parameters.seed(), "acquaintance", 0);
        circles.values().forEach(members -> acquaint(members, chance));
        joinCamps(chance);
        broker(chance, Circle.COAST_RECRUITERS, Circle.INLAND_RECRUITERS, Circle.BOATS);
        broker(chance, Circle.BOATS, Circle.LANDING, Circle.RIDGE_CAMP);
        broker(chance, Circle.RIDGE_CAMP, Circle.STREAM_CAMP, Circle.MONEY);
        broker(chance, Circle.LANDING, Circle.STREAM_CAMP, Circle.TRANSPORT);
        broker(chance, Circle.TRANSPORT, Circle.OLD_CAMP, Circle.OUTSOURCING);
        for (int[] pair : new int[][] {{0, 1}, {1, 2}, {1, 3}, {3, 4}, {2, 3}}) {
            acquaintances.add(new Acquaintance(
                    brokers.get(pair[0]).person(), brokers.get(pair[1]).person()));
        }
        int left = parameters.persons() - created;
        add(victims, (int) (left * .66));
        add(relatives, (int) (left * .23));
        add(bystanders, parameters.persons() - created);
    }

    private Person create() {
        var person =
                new Person(created + 1, "p" + shuffled[created], FictionalNames.person(naming), naming.happens(.3));
        created++;
        return person;
    }

    private void add(List<Person> group, int count) {
        for (int i = 0; i < count; i++) {
            group.add(create());
        }
    }

    /** A ring with chords; a third of the chords lead to the first member, the circle's hub. */
    private void acquaint(List<Person> members, Chance chance) {
        var known = new TreeSet<Long>();
        int n = members.size();
        for (int i = 0; i < n; i++) {
            know(members, i, (i + 1) % n, known);
            for (int k = 0; k < 2; k++) {
                know(members, i, chance.happens(.3) ? 0 : chance.below(n), known);
            }
        }
    }

    private void know(List<Person> members, int i, int j, TreeSet<Long> known) {
        if (i != j && known.add((long) Math.min(i, j) << 32 | Math.max(i, j))) {
            acquaintances.add(new Acquaintance(members.get(i), members.get(j)));
        }
    }

    /** The camps supply each other: one pair of guards each. */
    private void joinCamps(Chance chance) {
        acquaintances.add(new Acquaintance(ordinary(Circle.RIDGE_CAMP, chance), ordinary(Circle.STREAM_CAMP, chance)));
        acquaintances.add(new Acquaintance(ordinary(Circle.STREAM_CAMP, chance), ordinary(Circle.OLD_CAMP, chance)));
    }

    private Person ordinary(Circle circle, Chance chance) {
        var members = members(circle);
        return members.get(chance.between(1, members.size() - 1));
    }

    private void broker(Chance chance, Circle... joins) {
        var person = create();
        network.add(person);
        brokers.add(new Broker(person, List.of(joins)));
        for (Circle circle : joins) {
            var members = members(circle);
            int first = chance.between(1, members.size() - 1);
            int step = members.size() / 2;
            int second = 1 + (first - 1 + step) % (members.size() - 1);
            acquaintances.add(new Acquaintance(person, members.get(first)));
            acquaintances.add(new Acquaintance(person, members.get(second)));
        }
    }

    /** The members of a circle, its hub first. */
    List<Person> members(Circle circle) {
        return circles.getOrDefault(circle, List.of());
    }

    Person hub(Circle circle) {
        return members(circle).getFirst();
    }

    /** All of the network: the circles and the brokers. */
    List<Person> network() {
        return network;
    }

    List<Broker> brokers() {
        return brokers;
    }

    List<Acquaintance> acquaintances() {
        return acquaintances;
    }

    List<Person> officials() {
        return officials;
    }

    List<Person> victims() {
        return victims;
    }

    /** Family abroad who pay ransom. */
    List<Person> relatives() {
        return relatives;
    }

    /** Villagers, aid workers, spouses: people whom the case merely touches. */
    List<Person> bystanders() {
        return bystanders;
    }

    /** The {@code n}th bystander, from 1, who saw nothing and is related to nobody; counted from the last one created. */
    Person ofNoPart(int n) {
        int last = bystanders.size() - 1 - bystanders.size() % 2;
        return bystanders.get(last - 2 * (n - 1));
    }
}
