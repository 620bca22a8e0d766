package org.jejak.ingest.htcds;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The fields of HTCDS 2.0 by the prefix of their table, and the forms in which case tools write them. */
final class HtcdsFields {

    private static final Map<String, String> FIELDS = Map.of(
            "org",
            "Name ShippingCity ShippingCountry ShippingState ShippingStreet ShippingPostalCode ShippingLongitude"
                    + " ShippingLatitude Phone Type",
            "prs",
            "Salutation FirstName MiddleName SecondName Birthdate Gender Deceased MaritalStatus NumberOfChildren"
                    + " PrimaryLanguage SecondaryLanguage HighestLevelOfEducation Citizenship IdentityNumber Title Email"
                    + " HomePhone MobilePhone MailingCity MailingCountry MailingState MailingStreet MailingPostalCode"
                    + " MailingLongitude MailingLatitude",
            "vic",
            "AgreementToManagePersonalData TraffickingStatus TraffickingStatusDecisionMakingOrg"
                    + " RelationshipToTrafficker AgeWhenTrafficked RecruitmentWebsitesAndApps ExploitationWebsitesAndApps"
                    + " MethodOfRecruitment LocationOfRecruitment LocationOfExploitation MethodsOfControl"
                    + " TypeOfExploitation ForcedLabourIndustry TypeOfSexExploitation Vulnerabilities"
                    + " DetailsOfVulnerabilities",
            "per",
            "RoleInProcess RoleDetails Organisation",
            "cas",
            "Status ReasonForCaseClosure CaseOwner ReferringOrganisation IncomingReferralDate"
                    + " ReferringPrimaryCaseWorker ReasonForIncomingReferral IncomingReferralDetails ReferredOrganisation"
                    + " ReferredPrimaryCaseWorker ReasonForOutgoingReferral OutgoingReferralDate OutgoingReferralDetails",
            "cco",
            "CaseComment",
            "hte",
            "Longitude Latitude City Country State Street PostalCode Date Type Description",
            "spl",
            "Objectives ActionPlan PlannedEndDate ActualEndDate Type",
            "con",
            "Consent");

    /** Written {@code vic_MethodsOfControlDebtBondage} with true or false, as the standard's field definitions do. */
    static final String CONTROL_FLAG = "vic_MethodsOfControl";

    private static final Set<String> ALL = FIELDS.entrySet().stream()
            .flatMap(t -> Arrays.stream(t.getValue().split(" ")).map(f -> t.getKey() + "_" + f))
            .collect(Collectors.toUnmodifiableSet());

    private HtcdsFields() {}

    /** Whether a column is a field of the standard. */
    static boolean isField(String column) {
        return ALL.contains(column) || column.startsWith(CONTROL_FLAG);
    }

    /** The column as the standard writes it, whatever the case of its letters; itself if it is none of the standard's. */
    static String standard(String column) {
        String bare = column.endsWith("__c") ? column.substring(0, column.length() - 3) : column;
        return ALL.stream().filter(f -> f.equalsIgnoreCase(bare)).findFirst().orElse(column);
    }

    /** Fields of one table. */
    static Set<String> of(String prefix) {
        return Arrays.stream(FIELDS.getOrDefault(prefix, "").split(" "))
                .map(f -> prefix + "_" + f)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Values of a field that takes several; case tools separate them by a semicolon, a bar or a comma. */
    static List<String> members(String cell) {
        return Arrays.stream(cell.split("[;|,\n]"))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
    }
}
