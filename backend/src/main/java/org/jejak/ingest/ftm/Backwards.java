package org.jejak.ingest.ftm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Properties under which an entity shows who refers to it, in exports that nest entities: {@code ownershipOwner} of a
 * person holds ownerships whose {@code owner} that person is. What stands there says nothing that the nested entity does
 * not say itself.
 */
final class Backwards {

    private record Forward(String schema, String property) {}

    private static final Map<String, List<Forward>> BACKWARDS = new HashMap<>();

    static {
        for (String line : """
                things Thing addressEntity; proven Thing proof; bankAccounts BankAccount bank
                cryptoWallets CryptoWallet holder; userAccounts UserAccount owner
                operatedVehicles Vehicle operator; subunits RealEstate parent; ownershipOwner Ownership owner
                ownershipAsset Ownership asset; directorshipDirector Directorship director
                directorshipOrganization Directorship organization; employees Employment employer
                employers Employment employee; membershipMember Membership member
                membershipOrganization Membership organization; agencyClient Representation agent
                agentRepresentation Representation client; familyPerson Family person
                familyRelative Family relative; associates Associate person; associations Associate associate
                unknownLinkTo UnknownLink subject; unknownLinkFrom UnknownLink object
                positionOccupancies Occupancy holder; occupancies Occupancy post
                positions Position organization; posts Post holder; paymentPayer Payment payer
                paymentPayerAccount Payment payerAccount; paymentBeneficiary Payment beneficiary
                paymentBeneficiaryAccount Payment beneficiaryAccount; paymentContract Payment contract
                payments Payment project; debtDebtor Debt debtor; debtCreditor Debt creditor
                identification Identification holder; eventsOrganized Event organizer
                eventsInvolved Event involved; tripsDeparting Trip startLocation; tripsIncoming Trip endLocation
                tripsInvolved Trip vehicle; callsMade Call caller; callsReceived Call receiver
                messagesSent Message sender; messagesSent Message senderAccount
                messagesReceived Message recipients; messagesReceived Message recipientAccount
                responses Message inReplyToMessage; emailsSent Email emitters; emailsReceived Email recipients
                responses Email inReplyToEmail; children Document parent; images Image pictured
                relatedEntities Documentation document; documentedBy Documentation entity
                noteEntities Note entity; mentionedEntities Mention document; mentionedBy Mention resolved
                candidateSimilars Similar candidate; matchSimilars Similar match; courtCase CourtCaseParty party
                parties CourtCaseParty case; sanctions Sanction entity; successors Succession predecessor
                predecessors Succession successor; participants ProjectParticipant project
                projectParticipation ProjectParticipant participant
                economicActivityContract EconomicActivity contract
                economicActivityDeclarant EconomicActivity declarant
                economicActivitySender EconomicActivity sender
                economicActivityReceiver EconomicActivity receiver
                economicActivityHolder EconomicActivity contractHolder
                contractBankAccount EconomicActivity bankAccount; rubBankAccount EconomicActivity bankRub
                foreignBankAccount EconomicActivity bankForeign; declaredCustoms EconomicActivity transport
                authoredAssessments Assessment author
                """.split("[;\n]")) {
            String[] words = line.strip().split(" ");
            if (words.length == 3) {
                BACKWARDS.computeIfAbsent(words[0], b -> new ArrayList<>()).add(new Forward(words[1], words[2]));
            }
        }
    }

    private Backwards() {}

    /** The property by which a nested entity of this schema refers to who holds it under {@code property}. */
    static Optional<String> forward(String property, String schema) {
        return BACKWARDS.getOrDefault(property, List.of()).stream()
                .filter(forward -> Schemata.isA(schema, forward.schema()))
                .map(Forward::property)
                .findFirst();
    }
}
