package org.jejak.integrity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the run says of one official.
 *
 * @param rank from 1: by q, then the smallest p, then id; without a q after all those with one
 * @param q false-discovery rate at which they would be named; null where nothing could be tested
 * @param state {@code LEAD} if flagged; null otherwise
 * @param group officials the records cannot tell apart, themselves included: one lead
 * @param explainedByDuty contacts with the network that a duty explains: shown, not counted
 * @param survivesLeaveOneSourceOut whether the flag stands without any one origin; null unless flagged
 * @param speaksAgainst what a reviewer must weigh against it
 */
public record OfficialResult(
        String id,
        String name,
        int rank,
        @Nullable Double q,
        @Nullable String state,
        List<String> group,
        List<ChannelResult> channels,
        int explainedByDuty,
        @Nullable Boolean survivesLeaveOneSourceOut,
        List<String> speaksAgainst) {

    static final String LEAD = "LEAD";

    public OfficialResult {
        group = List.copyOf(group);
        channels = List.copyOf(channels);
        speaksAgainst = List.copyOf(speaksAgainst);
    }

    OfficialResult ranked(int place) {
        return new OfficialResult(
                id, name, place, q, state, group, channels, explainedByDuty, survivesLeaveOneSourceOut, speaksAgainst);
    }

    public boolean isFlagged() {
        return LEAD.equals(state);
    }
}
