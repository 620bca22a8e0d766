package org.jejak.ingest.htcds;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The contract's words for the standard's; values with no entry have none and are only kept. */
final class HtcdsWords {

    static final Map<String, String> SEX = Map.of(
            "Feminine", "female",
            "Masculine", "male",
            "TransgenderFeminine", "other",
            "TransgenderMasculine", "other",
            "NonConforming", "other");

    static final Map<String, String> ORGANIZATION = Map.of(
            "NGO", "ngo",
            "LawEnforcement", "agency",
            "CentralGovernmentOrganisation", "agency",
            "LocalGovernmentOrganisation", "agency",
            "ImmigrationService", "agency");

    static final Map<String, String> ROLE = Map.of(
            "Transporter", "transporter",
            "RecruiterOrIntermediary", "recruiter",
            "BrokerTravelAgent", "broker");

    static final Map<String, String> ACT = Map.of("Recruitment", "recruitment", "Transit", "transportation");

    static final Map<String, String> SERVICE = Map.of("Health", "medical", "Legal", "legal", "Financial", "financial");

    private static final Map<String, String> MEANS = Map.ofEntries(
            Map.entry("PhysicalThreats", "threat_or_force"),
            Map.entry("Threats", "threat_or_force"),
            Map.entry("ThreatensChildrenFamily", "threat_or_force"),
            Map.entry("PhysicalAbuse", "threat_or_force"),
            Map.entry("SexualAbuse", "threat_or_force"),
            Map.entry("DebtBondage", "debt_bondage"),
            Map.entry("FalsePromises", "deception"),
            Map.entry("ThreatsLawEnforcement", "other_coercion"),
            Map.entry("ThreatOfLawEnforcement", "other_coercion"),
            Map.entry("ThreatsOfLawEnforcement", "other_coercion"),
            Map.entry("TakesEarnings", "other_coercion"),
            Map.entry("RestrictsFinancialAccess", "other_coercion"),
            Map.entry("RestrictsMedicalCare", "other_coercion"),
            Map.entry("RestrictsMovement", "other_coercion"),
            Map.entry("WithholdsNecessities", "other_coercion"),
            Map.entry("WithholdsDocuments", "other_coercion"),
            Map.entry("PsychologicalAbuse", "other_coercion"),
            Map.entry("PsychoactiveSubstance", "other_coercion"),
            Map.entry("PsychoactiveSubstances", "other_coercion"),
            Map.entry("ExcessiveWorkingHours", "other_coercion"),
            Map.entry("UsesChildren", "other_coercion"));

    private static final Map<String, String> PURPOSE = Map.of(
            "ForcedLabour", "forced_labour",
            "ForcedMarriage", "forced_marriage",
            "Servitude", "servitude",
            "OrganRemoval", "organ_removal",
            "ForcedBegging", "forced_begging");

    /** Fields whose values have a meaning here, with all values of the standard. */
    private static final Map<String, String> VALUES = Map.of(
            "vic_TraffickingStatus",
            "PossibleVictimOfTrafficking ActualVictimOfTrafficking NotAVictimOfTrafficking",
            "prs_Gender",
            "Feminine Masculine TransgenderFeminine TransgenderMasculine NonConforming NonSpecifiedUnknown"
                    + " NotSpecifiedUnknown",
            "org_Type",
            "NGO LawEnforcement HealthServiceOrganisation CentralGovernmentOrganisation LocalGovernmentOrganisation"
                    + " ImmigrationService LegalService CorporateBusiness SchoolOrCollege",
            "vic_MethodsOfControl",
            String.join(" ", MEANS.keySet()) + " Other",
            "vic_TypeOfExploitation",
            "ForcedLabour SexualExploitation ChildLabour ForcedMarriage Servitude ForcedMilitaryByNonStateActors"
                    + " OrganRemoval ForcedBegging ForcedAdoption Surrogacy Other",
            "vic_TypeOfSexExploitation",
            "Prostitution Pornography RemoteInteractiveServices PrivateSexualServices",
            "per_RoleInProcess",
            "TravellingPartner Transporter RecruiterOrIntermediary BrokerTravelAgent TransferredIndividual"
                    + " HarbouredIndividual SoldIndividual BoughtIndividual ReceivedIndividual ControlledIndividual Smuggler"
                    + " Abuser Kidnapper Exploiter Other",
            "hte_Type",
            "Recruitment Transit Exploitation",
            "spl_Type",
            "Education Financial Health LabourExploitationRehabilitation Legal Livelihood RightsBasedTraining"
                    + " SexualExploitationRehabilitation SocialCare Other");

    private static final Map<String, Map<String, String>> BY_PLAIN = byPlain();

    private HtcdsWords() {}

    private static Map<String, Map<String, String>> byPlain() {
        var all = new HashMap<String, Map<String, String>>();
        VALUES.forEach((field, values) -> {
            var names = new HashMap<String, String>();
            for (String value : values.split(" ")) {
                names.put(plain(value), value);
            }
            all.put(field, names);
        });
        return all;
    }

    /** Letters, digits and the marks on them, in lower case: all in which a value and its label are the same. */
    static String plain(String text) {
        var plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(HtcdsWords::counts)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean counts(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** The standard's value for what stands in a field, whether by its name or by its label; empty if it is neither. */
    static Optional<String> value(String field, String text) {
        return Optional.ofNullable(BY_PLAIN.getOrDefault(field, Map.of()).get(plain(text)));
    }

    /** All values of a field, for whom one was refused. */
    static String values(String field) {
        return VALUES.getOrDefault(field, "");
    }

    /** The Palermo Protocol's means behind methods of control. */
    static Set<String> means(Collection<String> methods) {
        var means = new LinkedHashSet<String>();
        methods.stream().map(MEANS::get).filter(m -> m != null).forEach(means::add);
        return means;
    }

    /** Sexual exploitation is that of prostitution only where the row says so. */
    static Set<String> purposes(List<String> types, List<String> sexual) {
        var purposes = new LinkedHashSet<String>();
        types.stream().map(PURPOSE::get).filter(p -> p != null).forEach(purposes::add);
        if (types.contains("SexualExploitation") || !sexual.isEmpty()) {
            boolean prostitution = sexual.contains("Prostitution");
            if (prostitution) {
                purposes.add("prostitution_of_others");
            }
            if (!prostitution || sexual.size() > 1) {
                purposes.add("other_sexual");
            }
        }
        return purposes;
    }
}
