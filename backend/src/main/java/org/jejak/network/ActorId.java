package org.jejak.network;

/** A person in the actor network, named by the key of their row. Ordered by code point. */
public record ActorId(Key key) implements Comparable<ActorId> {

    public static ActorId of(String key) {
        return new ActorId(new Key(key));
    }

    @Override
    public int compareTo(ActorId other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return key.value();
    }
}
