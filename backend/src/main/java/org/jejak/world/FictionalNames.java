package org.jejak.world;

import java.util.List;

/**
 * Names of nobody. They are strung together from consonants and vowels by chance; the table only says how each sound is
 * written in Latin, Thai, Burmese, Bengali and Hanifi Rohingya letters, so that the same made-up name occurs in several
 * scripts, as names in such cases do. A likeness to a real name is an accident of the syllables.
 */
final class FictionalNames {

    /** A made-up name and how to write it in another script. */
    record Name(List<int[]> words) {
        /** In this script: the words separated by blanks. */
        String in(Script script) {
            var text = new StringBuilder();
            for (int[] word : words) {
                if (!text.isEmpty()) {
                    text.append(' ');
                }
                for (int sound : word) {
                    script.write(text, sound / 4, sound % 4);
                }
                if (script == Script.LATIN) {
                    int first = text.length() - word.length * 2;
                    text.setCharAt(first, Character.toUpperCase(text.charAt(first)));
                }
            }
            return text.toString();
        }
    }

    /** Consonants and the four vowels a, i, u, o. */
    enum Script {
        LATIN("b t j h d r z s k l m n".split(" "), "a i u o".split(" ")),
        THAI("บ ต จ ฮ ด ร ซ ส ก ล ม น".split(" "), "า ี ู โ".split(" ")),
        BURMESE("ဘ တ ဂျ ဟ ဒ ရ ဇ စ က လ မ န".split(" "), "ာ ီ ူ ို".split(" ")),
        BENGALI("ব ত জ হ দ র য স ক ল ম ন".split(" "), "া ি ু ো".split(" ")),
        ROHINGYA("𐴁 𐴃 𐴅 𐴇 𐴊 𐴌 𐴎 𐴏 𐴑 𐴓 𐴔 𐴕".split(" "), "𐴝 𐴞 𐴟 𐴡".split(" "));

        private final String[] consonants;
        private final String[] vowels;

        Script(String[] consonants, String[] vowels) {
            this.consonants = consonants;
            this.vowels = vowels;
        }

        private void write(StringBuilder text, int consonant, int vowel) {
            boolean before = this == THAI && vowel == 3;
            text.append(before ? vowels[vowel] : consonants[consonant])
                    .append(before ? consonants[consonant] : vowels[vowel]);
        }
    }

    private static final int SOUNDS = 12 * 4;

    private FictionalNames() {}

    /** Two words, of two and of two or three syllables. */
    static Name person(Chance chance) {
        return new Name(List.of(word(chance, 2), word(chance, chance.between(2, 3))));
    }

    /** One word of three syllables, for a place or a company. */
    static String single(Chance chance) {
        return new Name(List.of(word(chance, 3))).in(Script.LATIN);
    }

    private static int[] word(Chance chance, int syllables) {
        int[] sounds = new int[syllables];
        for (int i = 0; i < syllables; i++) {
            sounds[i] = chance.below(SOUNDS);
        }
        return sounds;
    }
}
