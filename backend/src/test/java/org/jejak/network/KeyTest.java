package org.jejak.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    @Test
    void endsTheNamespaceAtTheFirstColon() {
        var key = Key.of("MY-PDRM", "contacts", "17");
        assertThat(key.value()).isEqualTo("MY-PDRM:contacts/17");
        assertThat(key.namespace()).isEqualTo("MY-PDRM");
        assertThat(key.local()).isEqualTo("contacts/17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " a", "a ", "a\u00A0", "\u2007a", "a|b", "a,b", "a:b", "a/b", "a@b", "a\tb", "a\u0000b"})
    void refusesIdsThatWouldBreakAKeyOrAList(String id) {
        assertThat(Key.isId(id)).isFalse();
    }

    @Test
    void takesTwoHundredCharactersCountingCodePoints() {
        assertThat(Key.isId("\uD83D\uDE00".repeat(200))).isTrue();
        assertThat(Key.isId("x".repeat(201))).isFalse();
        assertThat(Key.isId("ပုဂ္ဂိုလ် ၁")).isTrue();
    }

    @Test
    void ordersByCodePointWhereUtf16WouldNot() {
        var private_ = new Key("N:\uE000");
        var emoji = new Key("N:\uD83D\uDE00");
        assertThat(private_).isLessThan(emoji);
        assertThat(private_.value().compareTo(emoji.value())).isPositive();
    }

    @Test
    void isNoKeyWithoutANamespace() {
        assertThatThrownBy(() -> new Key("17")).hasMessageContaining("namespace:id");
    }
}
