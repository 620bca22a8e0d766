package org.jejak.network;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The column types {@link RecordFile} is written in; an enum's constants cannot see its own statics. */
final class Types {

    static final ColumnType ID = new ColumnType.Id();
    static final ColumnType NAME = new ColumnType.Text(TextKind.NAME);
    static final ColumnType NAMES = new ColumnType.Texts(TextKind.NAME);
    static final ColumnType IDENTIFIER = new ColumnType.Text(TextKind.IDENTIFIER);
    static final ColumnType SHARED = new ColumnType.Text(TextKind.SHARED);
    static final ColumnType PROSE = new ColumnType.Text(TextKind.PROSE);
    static final ColumnType PROSES = new ColumnType.Texts(TextKind.PROSE);
    static final ColumnType VALUE = new ColumnType.Text(TextKind.VALUE);
    static final ColumnType WORDS = new ColumnType.Text(TextKind.WORDS);
    static final ColumnType WORD_LIST = new ColumnType.Texts(TextKind.WORDS);
    static final ColumnType CODE = new ColumnType.Code();
    static final ColumnType PERSONAL_DATE = new ColumnType.PersonalDate();
    static final ColumnType RELATION = new ColumnType.Relation();
    static final ColumnType ROW = new ColumnType.RowReference();
    static final ColumnType FILE_NAME = new ColumnType.Code();
    static final ColumnType TIME = new ColumnType.Time();
    static final ColumnType FROM = new ColumnType.From();
    static final ColumnType TO = new ColumnType.To();
    static final ColumnType DECIMAL = new ColumnType.Decimal(false);
    static final ColumnType SIGNED = new ColumnType.Decimal(true);
    static final ColumnType COUNT = new ColumnType.Count();
    static final ColumnType BOOL = new ColumnType.Bool();
    static final ColumnType COUNTRY = new ColumnType.Country(false);
    static final ColumnType COUNTRIES = new ColumnType.Country(true);
    static final ColumnType CURRENCY = new ColumnType.Currency();
    static final ColumnType RELIABILITY = new ColumnType.Reliability();
    static final ColumnType CREDIBILITY = new ColumnType.Credibility();
    static final ColumnType HANDLING = new ColumnType.HandlingCode();
    static final ColumnType SHA256 = new ColumnType.Sha256();

    static final EntityKind[] ENTITIES =
            Arrays.stream(EntityKind.values()).filter(EntityKind::isEntity).toArray(EntityKind[]::new);

    /** What a person may be referred to; the directory of services has the same words. */
    static final String SERVICES =
            "shelter medical psychological legal financial visa_extension fee_waiver consular repatriation work_permit"
                    + " civil_registration child_protection";

    /** Papers that somebody who helps may ask for. */
    static final String PAPERS = "none identity_card passport police_report court_order residence_permit other";

    private Types() {}

    static ColumnType oneOf(String words) {
        return new ColumnType.Closed(List.of(words.split(" ")), false);
    }

    static ColumnType someOf(String words) {
        return new ColumnType.Closed(List.of(words.split(" ")), true);
    }

    static ColumnType ref(EntityKind... kinds) {
        return new ColumnType.Reference(Set.of(kinds), false);
    }

    static ColumnType refs(EntityKind... kinds) {
        return new ColumnType.Reference(Set.of(kinds), true);
    }
}
