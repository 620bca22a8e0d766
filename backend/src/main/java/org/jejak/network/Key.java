package org.jejak.network;

import java.util.Objects;

/**
 * The name of one row for ever: {@code namespace:id} for an entity, {@code namespace:file/id} for every other row.
 *
 * <p>The first colon ends the namespace. An id is 1 to 200 characters without control characters, without any of
 * {@code | , : / @} and without a blank at either end; the key of an {@code officials} row is the one exception, it is
 * built from a person, an agency and a start ({@code NS:officials/PERSON@AGENCY@FROM}).
 */
public record Key(String value) implements Comparable<Key> {

    /** Longest id a producer may use, in characters. */
    public static final int LONGEST_ID = 200;

    public Key {
        Objects.requireNonNull(value);
        int colon = value.indexOf(':');
        if (colon < 1 || colon == value.length() - 1) {
            throw new IllegalArgumentException("a key reads namespace:id, not '" + value + "'");
        }
    }

    public static Key of(String namespace, String id) {
        return new Key(namespace + ":" + id);
    }

    public static Key of(String namespace, String file, String id) {
        return new Key(namespace + ":" + file + "/" + id);
    }

    public String namespace() {
        return value.substring(0, value.indexOf(':'));
    }

    /** Everything behind the namespace: {@code id} or {@code file/id}. */
    public String local() {
        return value.substring(value.indexOf(':') + 1);
    }

    /** Whether it names a row of {@code file}; a key of a person or thing does not say of which file it is. */
    public boolean isOf(RecordFile file) {
        return local().startsWith(file.fileName() + "/");
    }

    /** Whether {@code id} may stand in an id column: the characters and the length of the contract. */
    public static boolean isId(String id) {
        if (id.isEmpty() || id.codePointCount(0, id.length()) > LONGEST_ID) {
            return false;
        }
        if (isBlank(id.codePointAt(0)) || isBlank(id.codePointBefore(id.length()))) {
            return false;
        }
        return id.codePoints().noneMatch(c -> Character.isISOControl(c) || "|,:/@".indexOf(c) >= 0);
    }

    /** What may not stand at either end of an id: no-break spaces too, which a spreadsheet leaves behind and nobody sees. */
    public static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** By code point, as every ranking of the contract breaks its ties. */
    @Override
    public int compareTo(Key other) {
        return compareCodePoints(value, other.value);
    }

    /** Code-point order of two strings; {@link String#compareTo} orders UTF-16 units, which differs above U+FFFF. */
    public static int compareCodePoints(String a, String b) {
        int i = 0;
        int n = Math.min(a.length(), b.length());
        while (i < n && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (i == n) {
            return Integer.compare(a.length(), b.length());
        }
        if (i > 0 && Character.isHighSurrogate(a.charAt(i - 1))) {
            i--;
        }
        return Integer.compare(a.codePointAt(i), b.codePointAt(i));
    }

    @Override
    public String toString() {
        return value;
    }
}
