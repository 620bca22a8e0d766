package org.jejak.analysis.community;

import java.util.List;
import org.jejak.network.ActorId;

/**
 * Actors who belong together.
 *
 * @param id from 1, the largest community first, among equally large ones the one with the smallest member id
 * @param members by id, at least one
 */
public record Community(int id, List<ActorId> members) {

    public Community {
        members = List.copyOf(members);
    }
}
