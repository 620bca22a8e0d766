package org.jejak.ingest.htcds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.Translated;
import org.jejak.ingest.UnreadableDelivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtcdsSourceTest {

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("cases.csv"), text);
    }

    private Translated read(String text) throws IOException {
        return Translated.of(HtcdsSource.open(file(text), Delivery.of("IOM", "CASE-1"), Translated.IDS));
    }

    @Test
    void aLineIsAVictimWithEverythingAboutTheirCase() throws IOException {
        var read = read("""
                prs_Id,prs_FirstName,prs_SecondName,prs_Gender,prs_Birthdate,prs_Citizenship,prs_MobilePhone,prs_MailingCity,vic_TraffickingStatus,vic_MethodsOfControl,vic_TypeOfExploitation,vic_ForcedLabourIndustry,cas_Status,con_Consent
                p7,Asha,Made-Up,Feminine,1999-05,BD;MM,+8801700000001,Teknaf,ActualVictimOfTrafficking,DebtBondage;PhysicalAbuse;Other,ForcedLabour;ChildLabour,A_AgricultureForestryAndFishing,Active,false
                """);
        assertThat(read.refused()).isEmpty();
        assertThat(read.row("persons", "IOM:p7").cells())
                .containsEntry("name", "Asha Made-Up")
                .containsEntry("sex", "female")
                .containsEntry("birth_date", "1999-05")
                .containsEntry("nationality", "BD|MM")
                .containsEntry("prs_MailingCity", "Teknaf");
        assertThat(read.row("roles", "IOM:roles/p7#victim").cell("role")).isEqualTo("victim");
        assertThat(read.row("exploitations", "IOM:exploitations/p7#exploitation")
                        .cells())
                .containsEntry("means", "debt_bondage|threat_or_force")
                .containsEntry("purposes", "forced_labour")
                .containsEntry("sector", "A_AgricultureForestryAndFishing")
                .containsEntry("vic_MethodsOfControl", "DebtBondage;PhysicalAbuse;Other")
                .containsEntry("vic_TypeOfExploitation", "ForcedLabour;ChildLabour");
        assertThat(read.row("phones", "IOM:p7#mobile").cell("number")).isEqualTo("+8801700000001");
        assertThat(read.row("links", "IOM:links/p7#uses-mobile").cell("relation"))
                .isEqualTo("uses");
        assertThat(read.row("statements", "IOM:statements/p7#case").cells())
                .containsEntry("value", "Active")
                .containsEntry("con_Consent", "false");
    }

    @Test
    void methodsOfControlMayEachHaveTheirOwnColumn() throws IOException {
        var read = read("""
                prs_FirstName,vic_MethodsOfControlDebtBondage,vic_MethodsOfControlFalsePromises,vic_MethodsOfControlUsesChildren
                Asha,true,1,false
                """);
        assertThat(read.rows("exploitations").getFirst().cell("means")).isEqualTo("debt_bondage|deception");
    }

    @Test
    void historicEventsGiveTheRoute() throws IOException {
        var read = read("""
                prs_Id,hte_Id,hte_Type,hte_City,hte_Country,hte_Latitude,hte_Longitude,hte_Date,hte_Description
                p7,h1,Transit,Ranong,th,9.96,98.63,2015-03,by boat
                p7,h2,Exploitation,,MY,,,3/4/2015,
                """);
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("persons")).isEmpty();
        assertThat(read.accepted()).doesNotContainKey("persons");
        assertThat(read.row("exploitations", "IOM:exploitations/h1#event").cells())
                .containsEntry("victim", "IOM:p7")
                .containsEntry("acts", "transportation")
                .containsEntry("from", "2015-03")
                .containsEntry("place", "IOM:h1#event-at")
                .containsEntry("hte_Description", "by boat");
        assertThat(read.row("places", "IOM:h1#event-at").cells())
                .containsEntry("name", "Ranong")
                .containsEntry("country", "TH")
                .containsEntry("lat", "9.96");
        assertThat(read.row("exploitations", "IOM:exploitations/h2#event").cells())
                .containsEntry("hte_Date", "3/4/2015")
                .containsEntry("from", "2015")
                .hasEntrySatisfying(
                        "hte_Date reason", reason -> assertThat(reason).contains("either way round"));
    }

    @Test
    void whoWasFoundToBeNoVictimIsNotCalledOne() throws IOException {
        var read = read("""
                prs_Id,prs_FirstName,vic_TraffickingStatus,vic_TypeOfExploitation
                p1,Ben,NotAVictimOfTrafficking,ForcedLabour
                """);
        assertThat(read.rows("roles")).isEmpty();
        assertThat(read.rows("exploitations")).isEmpty();
        assertThat(read.row("statements", "IOM:statements/p1#case").cells())
                .containsEntry("vic_TraffickingStatus", "NotAVictimOfTrafficking")
                .containsEntry("vic_TypeOfExploitation", "ForcedLabour");
    }

    @Test
    void aPerpetratorHasARoleForEachPartInTheProcess() throws IOException {
        var read = read("""
                prs_Id,prs_FirstName,per_RoleInProcess,per_RoleDetails,per_Organisation
                x1,Cy,Transporter;Exploiter,drove the van,Made-Up Haulage
                x2,Di,RecruiterOrIntermediary,,Made-Up Haulage
                """);
        assertThat(read.rows("roles"))
                .extracting(r -> r.cell("person") + " " + r.cell("role"))
                .containsExactly("IOM:x1 transporter", "IOM:x1 suspect", "IOM:x2 recruiter");
        assertThat(read.rows("organizations")).hasSize(1);
        assertThat(read.rows("links"))
                .hasSize(2)
                .allSatisfy(link -> assertThat(link.cell("relation")).isEqualTo("member_of"));
    }

    @Test
    void organisationsAreATableOfTheirOwn() throws IOException {
        var read = read("""
                org_Name,org_Type,org_ShippingCountry,org_Phone,org_ShippingLatitude
                Made-Up Shelter,NGO,MY,+60312345678,3.1
                """);
        var organization = read.rows("organizations").getFirst();
        assertThat(organization.cells())
                .containsEntry("name", "Made-Up Shelter")
                .containsEntry("kind", "ngo")
                .containsEntry("country", "MY")
                .containsEntry("org_ShippingLatitude", "3.1");
        assertThat(read.rows("phones")).hasSize(1);
        assertThat(read.rows("persons")).isEmpty();
    }

    @Test
    void aReferralIsOneWhereThePlanSaysToWhat() throws IOException {
        var read = read("""
                prs_Id,prs_FirstName,cas_ReferredOrganisation,cas_OutgoingReferralDate,spl_Type
                p1,Asha,Made-Up Clinic,2015-06-01,Health
                p2,Bina,Made-Up Clinic,2015-06-01,Livelihood
                """);
        assertThat(read.rows("referrals"))
                .singleElement()
                .satisfies(referral -> assertThat(referral.cells())
                        .containsEntry("person", "IOM:p1")
                        .containsEntry("kind", "medical")
                        .containsEntry("requested", "2015-06-01"));
        assertThat(read.row("statements", "IOM:statements/p2#case").cell("cas_ReferredOrganisation"))
                .isEqualTo("Made-Up Clinic");
    }

    @Test
    void columnsOfNobodyAreKeptAndABadLineIsRefusedAlone() throws IOException {
        var read = read("prs_Id,prs_FirstName,Colour of folder\np1,Asha,green\np2\np3,Bina,\n");
        assertThat(read.row("persons", "IOM:p1").cell("Colour of folder")).isEqualTo("green");
        assertThat(read.refused())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.line()).isEqualTo(3));
        assertThat(read.rows("persons")).hasSize(2);
    }

    @Test
    void namesOfFieldsAreTakenInAnyCaseAndWithTheSuffixOfCaseTools() throws IOException {
        var read = read("PRS_firstname,vic_TypeOfExploitation__c\nAsha,OrganRemoval\n");
        assertThat(read.rows("persons").getFirst().cell("name")).isEqualTo("Asha");
        assertThat(read.rows("exploitations").getFirst().cell("purposes")).isEqualTo("organ_removal");
    }

    private static java.util.List<String> persons(Translated read) {
        return read.rows("persons").stream().map(r -> r.key().value()).toList();
    }

    @Test
    void aLineWithoutAnIdIsKnownByWhoItIsAboutAndNotByItsPlace() throws IOException {
        String header = "prs_FirstName,prs_SecondName,prs_Birthdate,prs_IdentityNumber,prs_Citizenship\n";
        var before = read(header + "Asha,Made-Up,1999-05-01,,BD\nBina,Made-Up,,N-1,BD\nCy,,,,MM\n");
        var after = read(header
                + "Dewi,New,2000-01-01,,ID\nAsha,Made-Up,1999-05-01,,MM\nBina Begum,Made-Up,1998,N-1,BD\nCy,,,,MM\n");
        assertThat(persons(before)).hasSize(3).doesNotHaveDuplicates();
        assertThat(persons(after)).hasSize(4).containsAll(persons(before));
        assertThat(after.row("persons", persons(before).getFirst()).cell("nationality"))
                .isEqualTo("MM");
        assertThat(after.row("persons", persons(before).get(1)).cell("name")).isEqualTo("Bina Begum Made-Up");
        assertThat(before.rows("persons").getFirst().key().value()).doesNotContain("IOM:Asha");
    }

    @Test
    void ofLinesAlikeInWhatTheyAreKnownByNoneIsLost() throws IOException {
        var read = read("prs_FirstName,prs_Birthdate,prs_Citizenship\nAsha,1999,BD\nAsha,1999,MM\nCy,,\nCy,,\n");
        assertThat(read.refused()).isEmpty();
        assertThat(persons(read)).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aLabelSaysWhatItsValueSaysInAnyCaseAndSpacing() throws IOException {
        String header = "prs_Id,prs_Gender,vic_TraffickingStatus,vic_MethodsOfControl,vic_TypeOfExploitation\n";
        var labels = read(header
                + "q1,feminine ,Possible victim of  trafficking,\"false PROMISES, Threats of law enforcement | Other\",Organ removal\n"
                + "q2,Male,Not a victim of trafficking,,Forced labour\n");
        var values = read(header
                + "q1,Feminine,PossibleVictimOfTrafficking,FalsePromises;ThreatsLawEnforcement;Other,OrganRemoval\n"
                + "q2,Masculine,NotAVictimOfTrafficking,,ForcedLabour\n");
        assertThat(labels.refused()).isEmpty();
        for (Translated read : java.util.List.of(labels, values)) {
            assertThat(read.row("exploitations", "IOM:exploitations/q1#exploitation")
                            .cells())
                    .containsEntry("means", "deception|other_coercion")
                    .containsEntry("purposes", "organ_removal");
            assertThat(read.row("persons", "IOM:q1").cell("sex")).isEqualTo("female");
            assertThat(read.row("persons", "IOM:q2").cell("sex")).isEqualTo("male");
            assertThat(read.rows("roles"))
                    .singleElement()
                    .satisfies(r -> assertThat(r.cell("person")).isEqualTo("IOM:q1"));
        }
    }

    @Test
    void aLabelThatIsNoneIsRefusedWithItsCellAndNothingElseIs() throws IOException {
        var read = read("""
                prs_Id,prs_FirstName,vic_MethodsOfControl,vic_TypeOfExploitation
                q1,Seri,Debt bondage; Hypnosis,Forced labour
                q2,Tida,,Forced fishing
                """);
        assertThat(read.refused())
                .extracting(r -> r.file() + " " + r.line() + " " + r.column() + " " + r.value())
                .containsExactly(
                        "exploitations.csv 2 means Debt bondage; Hypnosis",
                        "exploitations.csv 3 purposes Forced fishing");
        assertThat(read.refused().getFirst().reason()).contains("vic_MethodsOfControl", "'Hypnosis'");
        assertThat(read.rows("persons")).hasSize(2);
        assertThat(read.rows("roles")).hasSize(2);
    }

    @Test
    void noOtherFieldWithAMeaningDropsWhatItCannotRead() throws IOException {
        var read = read("""
                prs_Id,prs_FirstName,prs_Gender,vic_TraffickingStatus,per_RoleInProcess,hte_Type,hte_City,org_Name,org_Type,vic_MethodsOfControlDancing
                q1,Seri,Plural,Maybe,Juggler,Detour,Padang,Made-Up Works,Circus,true
                """);
        assertThat(read.refused())
                .extracting(r -> r.file() + " " + r.column() + " " + r.value())
                .containsExactlyInAnyOrder(
                        "persons.csv sex Plural",
                        "exploitations.csv means Dancing",
                        "roles.csv role Juggler",
                        "exploitations.csv acts Detour",
                        "organizations.csv kind Circus");
        assertThat(read.rows("roles")).extracting(r -> r.cell("role")).containsExactly("victim");
        var status = read("prs_Id,vic_TraffickingStatus\nq1,Maybe\n");
        assertThat(status.refused()).extracting(r -> r.column()).containsExactly("vic_TraffickingStatus");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            1994-05-12 ! 1994-05-12
            13/05/1994 ! 1994-05-13
            05/13/1994 ! 1994-05-13
            5.5.1994 ! 1994-05-05
            12/05/1994 ! 1994
            03/2014 ! 2014-03
            2014/3 ! 2014-03
            2014-2-7 ! 2014-02-07
            1990 ! 1990
            12-MAY-1994 ! 1994-05-12
            12 May 1994 ! 1994-05-12
            Sept 1994 ! 1994-09
            May 3, 1994 ! 1994-05-03
            1994-05-12 00:00:00 ! 1994-05-12
            1/1/1900 ! -
            1900-01-01 ! -
            1900-01-01 00:00:00 ! -
            unknown ! -
            n/a ! -
            31/02/1994 ! refused
            41/41/1994 ! refused
            12/05/94 ! refused
            34466 ! refused
            as a child ! refused
            0/5/1994 ! refused
            """)
    void aDateOfBirthIsTakenAsFarAsItMeansOneDay(String written, String born) throws IOException {
        var read = read("prs_Id,prs_FirstName,prs_Birthdate\nq1,Seri,\"" + written + "\"\n");
        if (born.equals("refused")) {
            assertThat(read.refused()).singleElement().satisfies(refusal -> {
                assertThat(refusal.column()).isEqualTo("birth_date");
                assertThat(refusal.value()).isEqualTo(written);
            });
            return;
        }
        assertThat(read.refused()).isEmpty();
        var person = read.row("persons", "IOM:q1");
        assertThat(person.cell("birth_date")).isEqualTo(born.equals("-") ? "" : born);
        boolean whole = !born.equals("-") && !(born.equals("1994"));
        assertThat(person.cell("prs_Birthdate")).isEqualTo(whole ? "" : written);
        assertThat(person.cell("prs_Birthdate reason").isEmpty()).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            Myanmar ! MM
            BURMA ! MM
            malaysia ! MY
            ไทย ! TH
            Viet Nam ! VN
            KHM ! KH
            bd; Myanmar ! BD|MM
            stateless ! -
            Unknown ! -
            Atlantis ! refused
            MM;Atlantis ! refused
            """)
    void countriesAreTakenByCodeOrByName(String written, String codes) throws IOException {
        var read = read("prs_Id,prs_FirstName,prs_Citizenship\nq1,Seri," + written + "\n");
        if (codes.equals("refused")) {
            assertThat(read.refused())
                    .extracting(r -> r.column() + " " + r.value())
                    .containsExactly("nationality " + written);
            return;
        }
        assertThat(read.refused()).isEmpty();
        assertThat(read.row("persons", "IOM:q1").cell("nationality")).isEqualTo(codes.equals("-") ? "" : codes);
        assertThat(read.row("persons", "IOM:q1").cell("prs_Citizenship")).isEqualTo(codes.equals("-") ? written : "");
    }

    @Test
    void whatNamesNoFieldIsNoTable() throws IOException {
        assertThatThrownBy(() -> read("a,b\n1,2\n"))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("prs_FirstName");
        assertThat(HtcdsSource.looksLike(file("a,b\n1,2\n"))).isFalse();
        assertThat(HtcdsSource.looksLike(file("prs_FirstName\nAsha\n"))).isTrue();
    }
}
