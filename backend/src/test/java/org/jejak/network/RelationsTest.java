package org.jejak.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The relations of the rules are words of the contract. */
class RelationsTest {

    private static final List<Set<String>> ALL = List.of(
            Relations.HOLDING,
            Relations.RULING,
            Relations.DISPOSING,
            Relations.DISPOSING_OF_A_PLACE,
            Relations.BEING_OF_A_SYNDICATE,
            Relations.WORKING_IN_AN_ORGANIZATION,
            Relations.BEING_AT_A_PLACE,
            Set.of(Relations.FAMILY, Relations.ASSOCIATE, Relations.WORKS_FOR, Relations.LIVES_AT));

    @Test
    void everyOneOfThemIsAWordOfTheContract() {
        assertThat(ALL).allSatisfy(words -> assertThat(RecordFile.RELATIONS).containsAll(words));
    }

    @Test
    void whoHoldsOrRulesAThingHasItAtTheirDisposal() {
        assertThat(Relations.DISPOSING).containsAll(Relations.HOLDING).containsAll(Relations.RULING);
        assertThat(Relations.DISPOSING_OF_A_PLACE).containsAll(Relations.DISPOSING);
        assertThat(Relations.BEING_OF_A_SYNDICATE).containsAll(Relations.RULING);
    }

    @Test
    void whoOnlyWorksSomewhereIsNotAnswerableForIt() {
        assertThat(Relations.RULING).containsExactlyInAnyOrder("owns", "directs");
        assertThat(Relations.HOLDING).containsExactlyInAnyOrder("uses", "holds", "owns");
    }
}
