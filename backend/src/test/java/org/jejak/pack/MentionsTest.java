package org.jejak.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.network.Key;
import org.jejak.network.VisibleRecord;
import org.junit.jupiter.api.Test;

/** Velika is protected, and known as T:v-7, T:9 and T:a%2F1 to the records. */
class MentionsTest {

    private final Mentions mentions = new Mentions(
            text -> text.contains("Velika"),
            name -> name.equals("Velika Moor") || name.equals("60120000009"),
            Set.of(new Key("T:v-7"), new Key("T:9"), new Key("T:a%2F1")));

    private boolean in(String file, String column, String cell) {
        var row = new VisibleRecord(
                new Key("T:" + file + "/1"),
                file,
                Map.of(column, cell),
                List.of(),
                Set.of(),
                ZoneOffset.UTC,
                Instant.EPOCH,
                Instant.EPOCH);
        return mentions.in(row, column, cell);
    }

    @Test
    void aSentenceThatNamesThemOrQuotesTheirIdSpeaksOfThem() {
        assertThat(in("links", "note", "seen with Velika")).isTrue();
        assertThat(in("links", "note", "seen with v-7.")).isTrue();
        assertThat(in("links", "note", "seen (T:9) at night")).isTrue();
        assertThat(in("links", "note", "seen at 9 with nobody")).isFalse();
    }

    @Test
    void aNumberSaysHowMuchAndNamesNobody() {
        assertThat(in("links", "hours", "9")).isFalse();
        assertThat(in("links", "hours", "-9.5")).isFalse();
        assertThat(in("links", "called", "60120000009")).isTrue();
        assertThat(in("diary", "who", "9"))
                .as("a file we do not know may refer to people by it")
                .isTrue();
        assertThat(in("diary", "hours", "8")).isFalse();
    }

    @Test
    void aColumnThatIsNotKnownMayListIds() {
        assertThat(in("links", "seen with", "x|9|y")).isTrue();
        assertThat(in("ftm", "ftm.#whole", "{\"entity\":[\"a/1\"]}"))
                .as("as it was written elsewhere")
                .isTrue();
        assertThat(in("ftm", "ftm.#whole", "{\"entity\":[\"a/2\"]}")).isFalse();
    }

    @Test
    void aNameSpeaksOfThemOnlyIfItIsTheirs() {
        assertThat(in("persons", "name", "Velika Hill")).isFalse();
        assertThat(in("persons", "name", "Velika Moor")).isTrue();
    }
}
