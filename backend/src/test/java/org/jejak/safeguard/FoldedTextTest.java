package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are compared without what comes and goes in one and the same name. */
class FoldedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Rosmah BINTI Karim; rosmah binti karim",
                "Nguyễn Đức; nguyen duc",
                "Łukasz Øster; lukasz oster",
                "İnci Işık; inci isik",
                "Weiß; weiss",
                "Abdul-Rahman  o'Neil; abdul rahman o neil",
                "ΝΙΚΟΣ; νικοσ",
                "Νίκος; νικοσ",
                "Ａｗａｎｇ; awang",
                "مُحَمَّد; محمد",
                "أحمـــد; احمد"
            })
    void namesFoldToWhatAllTheirSpellingsShare(String written, String folded) {
        assertThat(FoldedText.of(written).text()).isEqualTo(folded);
        assertThat(FoldedText.of(Normalizer.normalize(written, Normalizer.Form.NFD))
                        .text())
                .isEqualTo(folded);
    }

    @Test
    void vowelsOfThaiAndBurmeseStaySinceOtherNamesHaveOthers() {
        assertThat(FoldedText.of("สมชาย").text()).isEqualTo("สมชาย");
        assertThat(FoldedText.of("กี").text()).isNotEqualTo(FoldedText.of("กา").text());
        assertThat(FoldedText.of("အောင်").text()).isEqualTo("အောင်");
    }

    @Test
    void whatNobodySeesIsNotThere() {
        assertThat(FoldedText.of("Ro\u200Bsm\u00ADah\u200D").text()).isEqualTo("rosmah");
        assertThat(FoldedText.of("  \t Rosmah").text()).isEqualTo("rosmah");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Rene\u0301 went", "R\u200Be\u0301ne\u0301\u0301 went", "ﬁlip went", "René went", "한국 went"})
    void everyCharacterKnowsWhereItStoodWithItsAccents(String written) {
        var folded = FoldedText.of(written);
        int space = folded.text().indexOf(' ');
        assertThat(folded.start(0)).isZero();
        assertThat(folded.end(space - 1)).isEqualTo(written.indexOf(' '));
        assertThat(written.substring(folded.start(space + 1))).isEqualTo("went");
    }

    @Test
    void accentsWithNothingBeforeThemBelongToNothing() {
        assertThat(FoldedText.of("\u0301\u0301a \u0301b").text()).isEqualTo("a b");
    }

    @Test
    void aTextThatGrowsWhenFoldedStillKnowsItsPlaces() {
        String written = "\uFDFA".repeat(20) + "x";
        var folded = FoldedText.of(written);
        assertThat(folded.text()).endsWith("x");
        assertThat(folded.start(folded.text().length() - 1)).isEqualTo(20);
    }
}
