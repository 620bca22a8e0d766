package org.jejak.world;

import java.util.List;
import org.jejak.network.RecordFile;

/** Where the rows come from. Two sources are independent only if their origins differ, so origins are planted too. */
final class Sources {

    static final String CIVIL_REGISTER = "s1";
    static final String OPERATOR = "s2";
    static final String OPERATOR_ABROAD = "s3";
    static final String PERSONNEL = "s4";
    static final String BANK = "s5";
    static final String COMPANY_REGISTER = "s6";
    static final String VEHICLE_REGISTER = "s7";
    static final String PATROL_LOG = "s8";
    static final String SURVIVOR = "s9";
    static final String SECOND_SURVIVOR = "s10";
    static final String EARLY_SURVIVOR = "s11";
    static final String INFORMANT = "s12";
    static final String AID_GROUP = "s13";
    static final String NOTEBOOK = "s14";
    static final String PRESS = "s15";
    static final String COURT = "s16";
    static final String SHELTER = "s17";
    static final String COUNCIL = "s18";
    static final String IDENTITY_DESK = "s19";
    static final String MORTUARY = "s20";
    static final String LABOUR_INSPECTION = "s21";
    static final String LIAISON = "s22";

    private Sources() {}

    static void write(RecordWriter rows, List<Unit> units, String camp, String house) {
        source(
                rows,
                CIVIL_REGISTER,
                "registry",
                "Extracts of the civil register",
                "2015-04",
                "civil register",
                "A1",
                "en");
        source(
                rows,
                OPERATOR,
                "phone_record",
                "Call records, home operator",
                "2015-06-02",
                "home operator",
                "A2",
                "en");
        source(
                rows,
                OPERATOR_ABROAD,
                "phone_record",
                "Call records, operator across the border",
                "2015-07-15",
                "operator abroad",
                "B2",
                "th");
        source(
                rows,
                PERSONNEL,
                "registry",
                "Personnel files of the agencies",
                "2015-05",
                "personnel office",
                "A1",
                "en");
        source(rows, BANK, "bank_record", "Statements of accounts", "2015-08", "banks", "A2", "en");
        source(rows, COMPANY_REGISTER, "registry", "Company register", "2015-05-20", "company register", "A1", "en");
        source(
                rows,
                VEHICLE_REGISTER,
                "registry",
                "Vehicle and boat register",
                "2015-05-20",
                "vehicle register",
                "A1",
                "en");
        source(rows, PATROL_LOG, "patrol_log", "Duty and case diaries", "2014-12", "case diaries", "B2", "en");
        text(
                rows,
                SURVIVOR,
                "testimony",
                "Statement of a survivor",
                "2015-06-11",
                "survivors, first house",
                "B2",
                "rhg",
                "",
                "We were kept at " + house + " for nine days, then walked uphill at night to " + camp
                        + ". The guards had a list. Who paid left in the blue van.");
        text(
                rows,
                SECOND_SURVIVOR,
                "interview",
                "Interview with a survivor",
                "2015-06-19",
                "survivors, shelter",
                "B3",
                "my",
                "TLP:AMBER+STRICT",
                "The boat was at sea for eleven days. A man on the jetty counted us twice.");
        text(
                rows,
                EARLY_SURVIVOR,
                "testimony",
                "Statement taken four years before the raid",
                "2011-08-23",
                "aid group",
                "C3",
                "en",
                "",
                "He escaped from a place the guards called " + camp
                        + ", two hours on foot above the road. He says that people died there and lie buried by the stream. Filed, no action noted.");
        text(
                rows,
                INFORMANT,
                "tip",
                "Report of an informant handler",
                "2014-09-30",
                "informant",
                "C3",
                "en",
                "TLP:RED",
                "Says the convoys know which night to come.");
        text(
                rows,
                AID_GROUP,
                "hotline",
                "Calls of families to an aid group",
                "2014-11",
                "aid group",
                "B3",
                "bn",
                "",
                "Families report demands for 6,000 to 8,000, paid to accounts that change every few weeks.");
        source(rows, NOTEBOOK, "seizure", "Notebook found at the camp", "2015-05-27", "search of the camp", "B2", "th");
        text(
                rows,
                PRESS,
                "open_source",
                "Newspaper report",
                "2014-02-03",
                "press",
                "D4",
                "en",
                "TLP:CLEAR",
                "A newspaper reports camps in the hills; the district denies it.");
        source(rows, COURT, "court", "Court file", "2015-11", "court", "A1", "en");
        for (Unit unit : units) {
            if (unit.isPost()) {
                source(
                        rows,
                        unit.gateLog(),
                        "gate_log",
                        "Gate log " + unit.code(),
                        "2014-12",
                        "post " + unit.code(),
                        "B2",
                        "en");
            }
            source(
                    rows,
                    unit.roster(),
                    "roster",
                    "Roster " + unit.code(),
                    "2014-12",
                    "post " + unit.code(),
                    "A2",
                    "en");
        }
        later(rows);
    }

    /** What comes to the file after the raid, and what public bodies say of themselves. */
    private static void later(RecordWriter rows) {
        source(rows, SHELTER, "interview", "Case files of the shelter", "2015-07", "shelter", "B2", "rhg");
        source(rows, COUNCIL, "open_source", "Papers of the council", "2015-11", "council", "B2", "en");
        source(rows, IDENTITY_DESK, "other", "Notes of the identity desk", "2015-07", "identity desk", "B2", "en");
        source(rows, MORTUARY, "registry", "Register of unknown dead", "2015-08", "mortuary", "A2", "en");
        source(rows, LABOUR_INSPECTION, "other", "Labour inspection", "2015-06", "labour inspectors", "B2", "en");
        source(rows, LIAISON, "other", "Letters between states", "2015-10", "liaison office", "A2", "en");
    }

    private static void source(
            RecordWriter rows,
            String id,
            String kind,
            String title,
            String date,
            String origin,
            String grade,
            String language) {
        text(rows, id, kind, title, date, origin, grade, language, "", "");
    }

    private static void text(
            RecordWriter rows,
            String id,
            String kind,
            String title,
            String date,
            String origin,
            String grade,
            String language,
            String handling,
            String text) {
        rows.named(RecordFile.SOURCES, id)
                .set("kind", kind)
                .set("title", title)
                .set("date", date)
                .set("origin", origin)
                .set("reliability", grade.substring(0, 1))
                .set("credibility", grade.substring(1))
                .set("handling", handling)
                .set("language", language)
                .set("text", text)
                .done();
    }
}
