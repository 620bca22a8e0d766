package org.jejak.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was planted, for whoever must find it; written beside the bundle and never loaded. People are named by their key.
 *
 * @param coercedGuard a victim made to guard others; no broker or lead, whatever their ties
 * @param circles members of each circle of the network, its hub first
 * @param people whom records beyond names and ties are about
 * @param institutions what public bodies left open
 * @param specialDays days preferred where {@link Stress#SPECIAL_DAYS} was asked for
 * @param rows rows written, by file
 */
public record Truth(
        String namespace,
        String caseRef,
        WorldParameters parameters,
        List<Colluder> colluders,
        List<String> brokers,
        List<BrokerJoin> brokerJoins,
        List<String> hubs,
        List<String> liaison,
        List<String> handlers,
        List<String> lax,
        String coercedGuard,
        EarlyTestimony earlyTestimony,
        List<KnownByStop> knownByStop,
        Map<String, List<String>> circles,
        People people,
        Institutions institutions,
        List<LocalDate> specialDays,
        Map<String, Long> rows) {

    /**
     * @param partner an honest official who shares 80% of the colluder's weeks
     * @param spouse who receives the payments, empty where nobody was left to marry
     * @param activeShifts starts of shifts in which the network passed the post
     * @param steeredShifts those of them that were moved to where this official was on duty
     */
    public record Colluder(
            String official,
            String place,
            String partner,
            String spouse,
            List<String> activeShifts,
            List<String> steeredShifts) {}

    public record BrokerJoin(String broker, List<String> circles) {}

    /** A testimony that named a camp years before the raid. */
    public record EarlyTestimony(String source, String place, String taken, String raid) {}

    /** A vehicle that is tied to the network only by a stop at this place: it says nothing about who made the stop. */
    public record KnownByStop(String vehicle, String place) {}

    /**
     * @param children among those held, known by a guessed age alone
     * @param recordedTwice two records of one person each
     * @param indebted who worked off a debt or without their papers
     * @param crew who sailed a boat, and has a role for it
     * @param passengers of whom nothing is known but that they were aboard
     * @param toBeRemoved held still, with a day on which they are to be removed
     * @param consentWithdrawn who took a consent back
     */
    public record People(
            List<String> children,
            List<Twice> recordedTwice,
            List<String> missing,
            List<String> remains,
            List<String> indebted,
            List<String> crew,
            List<String> passengers,
            List<String> toBeRemoved,
            List<String> consentWithdrawn) {}

    public record Twice(String person, String again) {}

    /** Keys of rows: promises that are judged differently, meetings without minutes, enquiries without an answer. */
    public record Institutions(
            List<String> disputedPromises, List<String> unpublishedMeetings, List<String> unansweredEnquiries) {}
}
