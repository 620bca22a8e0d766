package org.jejak.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jejak.integrity.Posts.key;

import java.util.Set;
import org.jejak.analysis.RunControl;
import org.jejak.network.Key;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An official who is a user can neither see nor infer anything about a flag on themselves. */
class RecusalTest {

    private final Posts posts = new Posts(1_003);
    private OfficialsReport whole;
    private Key colluder = key("nobody");

    @BeforeEach
    void findAColluderWhoIsALead() {
        posts.posts = 22;
        posts.fill(4);
        whole = IntegrityRun.usual().on(posts.world());
        colluder = whole.officials().stream()
                .filter(OfficialResult::isFlagged)
                .map(o -> new Key(o.id()))
                .filter(posts.colluders::contains)
                .findFirst()
                .orElseThrow();
    }

    private OfficialsReport shownTo(Key... persons) {
        return new Recusal(Set.of(persons)).on(posts.world(), IntegrityRun.usual(), RunControl.PLAIN);
    }

    @Test
    void nothingIsSaidOfThemselvesNorOfWhoServesWithThem() {
        var shown = shownTo(colluder);
        String post = colluder.value().substring(0, colluder.value().indexOf('_') + 1);
        assertThat(whole.officials()).anyMatch(o -> o.id().startsWith(post) && !o.id().equals(colluder.value()));
        assertThat(shown.toString()).doesNotContain(post);
        assertThat(shown.parameters()).containsEntry(OfficialsReport.KEPT_APART, 9);
        assertThat(shown.officials())
                .extracting(OfficialResult::rank)
                .startsWith(1, 2, 3)
                .isSorted();
        assertThat(shown.flagged())
                .isEqualTo(shown.officials().stream()
                        .filter(OfficialResult::isFlagged)
                        .count());
    }

    @Test
    void theAnswerIsTheSameWhateverTheirRowsSay() {
        var shown = shownTo(colluder);
        posts.contacts.removeIf(c -> c.a().equals(colluder) || c.b().equals(colluder));
        var shifts =
                posts.shifts.stream().filter(s -> s.official().equals(colluder)).toList();
        posts.shifts.removeAll(shifts.subList(0, shifts.size() / 2));
        var now = IntegrityRun.usual().on(posts.world());
        assertThat(now.officials()).as("to others it is another answer").isNotEqualTo(whole.officials());
        assertThat(shownTo(colluder)).isEqualTo(shown);
    }

    @Test
    void whoIsNoOfficialOfTheCaseIsShownAll() {
        assertThat(shownTo(key("n3"), key("somebody"))).isEqualTo(whole);
        assertThat(shownTo()).isEqualTo(whole);
    }

    @Test
    void aMemberOfTheFamilyWhoServesIsKeptFromThemToo() {
        var other = posts.colluders.stream()
                .filter(c -> !c.equals(colluder))
                .findFirst()
                .orElseThrow();
        var shown = shownTo(colluder, other);
        assertThat(shown.officials()).extracting(OfficialResult::id).doesNotContain(colluder.value(), other.value());
        assertThat(shown.notEnoughData()).doesNotContain(colluder.value(), other.value());
    }
}
