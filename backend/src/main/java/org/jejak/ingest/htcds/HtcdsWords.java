package org.jejak.ingest.htcds;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    private HtcdsWords() {}

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
