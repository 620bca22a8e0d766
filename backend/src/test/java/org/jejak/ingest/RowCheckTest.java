package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jejak.ingest.bundle.BundleSource;
import org.jejak.ingest.bundle.NewBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowCheckTest {

    private final RowCheck check = new RowCheck(Delivery.of("TEST", "CASE-1"));

    /** {@code id=c1;a=p1} as a row. */
    private static RawRow row(String cells) {
        var byColumn = new LinkedHashMap<String, String>();
        for (String cell : cells.split(";")) {
            int equals = cell.indexOf('=');
            byColumn.put(cell.substring(0, equals), cell.substring(equals + 1));
        }
        return new RawRow(2, byColumn);
    }

    private CheckedRow accepted(String file, String cells) {
        assertThat(check.check(file, row(cells))).isInstanceOf(RowOutcome.Accepted.class);
        return ((RowOutcome.Accepted) check.check(file, row(cells))).row();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            contacts ! id=c1;a=p1;b=p2;time=2015-02-30T10:00;source=s1 ! time
            contacts ! id=c1;a=p1;b=p2;source=s1 ! time
            contacts ! id=c1;a=p1;b=p2;time=2015-01-01 10:00;source=s1 ! time
            contacts ! id=c1;a=p1;b=p2;time=2015;channel=Call;source=s1 ! channel
            contacts ! id=c/1;a=p1;b=p2;time=2015;source=s1 ! id
            contacts ! id=c1;a=p 1 ;b=p2;time=2015;source=s1 ! a
            contacts ! id=c1;a=x:p1;b=p2;time=2015;source=s1 ! a
            contacts ! id=c1;a=p1;b=p2;time=2015;source=s1||s2 ! source
            contacts ! id=c1;a=p1;b=p2;time=2015;source=s1;grade=G7 ! grade
            payments ! id=y1;payer=a;payee=b;amount=12,50;currency=MYR;source=s1 ! amount
            payments ! id=y1;payer=a;payee=b;amount=-1;currency=MYR;source=s1 ! amount
            payments ! id=y1;payer=a;payee=b;amount=1;currency=RINGGIT;source=s1 ! currency
            roles ! id=r1;person=p1;role=driver;source=s1 ! role
            roles ! id=r1;person=p1;role=guard;coerced=yes;source=s1 ! coerced
            roles ! id=r1;person=p1;role=guard;from=2016;to=2015;source=s1 ! from
            persons ! id=p1;name=N/A;source=s1 ! name
            persons ! id=p1;name=-;source=s1 ! name
            persons ! id=p1;name=Unknown;source=s1 ! name
            persons ! id=p1;nationality=MY|XX;source=s1 ! nationality
            persons ! id=p1 ! source
            phones ! id=f1;source=s1 ! number
            places ! id=h1;name=x;kind=camp;lat=6,1;source=s1 ! lat
            places ! id=h1;name=x;kind=camp;lat=101.7;lon=3.1;source=s1 ! lat
            places ! id=h1;name=x;kind=camp;lat=-90.0001;source=s1 ! lat
            places ! id=h1;name=x;kind=camp;lat=3.1;lon=180.5;source=s1 ! lon
            places ! id=h1;name=x;kind=camp;lat=0;lon=0.000;source=s1 ! lat
            statements ! id=t1;entity=h1;property=lat;value=101.7;source=s1 ! value
            statements ! id=t1;entity=h1;property=lon;value=-181;source=s1 ! value
            movements ! id=m1;origin=a;destination=b;head_count=1.5;source=s1 ! head_count
            sources ! id=s1;kind=tip;reliability=G ! reliability
            sources ! id=s1;kind=tip;credibility=7 ! credibility
            sources ! id=s1;kind=tip;handling=RED ! handling
            sources ! id=s1;kind=tip;sha256=abc ! sha256
            statements ! id=t1;entity=p1;property=sex;value=f;source=s1 ! value
            withdrawals ! id=w1;file=contacts;row=OTHER:c1;reason=error ! row
            """)
    void refusesWithTheColumnAtFault(String file, String cells, String column) {
        var outcome = check.check(file, row(cells));
        assertThat(outcome).isInstanceOf(RowOutcome.Rejected.class);
        var refusal = ((RowOutcome.Rejected) outcome).refusal();
        assertThat(refusal.column()).isEqualTo(column);
        assertThat(refusal.file()).isEqualTo(file + ".csv");
        assertThat(refusal.reason()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            contacts ! id=c1;a=p1;b=X-NS:p2;time=2015-01-07T10:00:05.25+08:00;source=s1|s2;grade=B2
            contacts ! id=c1;a=p1;b=p2;time=2015;source=s1|s2;grade=B2|C3
            contacts ! id=c1;a=p1;b=p2;time=2015;source=s1;grade=high;grade_scheme=own
            roles ! id=r1;person=p1;role=guard;from=2015-06;to=2015;source=s1
            roles ! id=r1;person=p1;role=guard;from=2015-06;to=open;source=s1
            persons ! id=p1;source=s1
            persons ! id=p1;name=Unknown Soldier;scar=left;source=s1
            payments ! id=y1;payer=a;payee=b;amount=0.5;currency=X-USDT;source=s1
            links ! id=l1;subject=a;relation=sponsors;object=b;source=s1
            statements ! id=t1;entity=p1;property=scar;value=left;source=s1
            statements ! id=t1;entity=p1;property=kind;value=camp;source=s1
            withdrawals ! id=w1;file=contacts.csv;row=c1;reason=error
            places ! id=h1;name=x;kind=jetty;lat=-90;lon=180.0;source=s1
            places ! id=h1;name=x;kind=jetty;lat=0;lon=100.2;source=s1
            statements ! id=t1;entity=h1;property=lon;value=101.7;source=s1
            zebras ! stripes=many
            """)
    void acceptsWhatTheContractAllows(String file, String cells) {
        accepted(file, cells);
    }

    @Test
    void writesReferencesOutAsKeys() {
        var row = accepted("custody", "id=u1;person=p1;place=N2:k1;in=2015;raid=r1;source=s1|N2:s2");
        assertThat(row.key().value()).isEqualTo("TEST:custody/u1");
        assertThat(row.cells())
                .containsEntry("person", "TEST:p1")
                .containsEntry("place", "N2:k1")
                .containsEntry("raid", "TEST:raids/r1")
                .containsEntry("source", "TEST:sources/s1|N2:sources/s2");
        assertThat(row.sources()).extracting(Object::toString).containsExactly("TEST:sources/s1", "N2:sources/s2");
    }

    @Test
    void writingTheOwnNamespaceOrNotIsTheSameRow() {
        assertThat(accepted("contacts", "id=c1;a=p1;b=p2;time=2015;source=s1").digest())
                .isEqualTo(accepted("contacts", "id=c1;a=TEST:p1;b=p2;time=2015;source=TEST:s1")
                        .digest());
    }

    @Test
    void keysOfficialsByPersonAgencyAndStart() {
        assertThat(accepted("officials", "person=p1;agency=N2:o1;source=s1")
                        .key()
                        .value())
                .isEqualTo("TEST:officials/p1@N2:o1");
        assertThat(accepted("officials", "person=p1;agency=o1;from=2014-02;source=s1")
                        .key()
                        .value())
                .isEqualTo("TEST:officials/p1@o1@2014-02");
    }

    @Test
    void withdrawsByFileAndRow() {
        assertThat(accepted("withdrawals", "id=w1;file=contacts;row=c1;reason=error")
                        .target())
                .hasValueSatisfying(k -> assertThat(k.value()).isEqualTo("TEST:contacts/c1"));
        assertThat(accepted("withdrawals", "id=w1;file=persons;row=p1;reason=error")
                        .target())
                .hasValueSatisfying(k -> assertThat(k.value()).isEqualTo("TEST:p1"));
        assertThat(accepted("withdrawals", "id=w1;file=officials;row=p1@o1@2014;reason=error")
                        .target())
                .hasValueSatisfying(k -> assertThat(k.value()).isEqualTo("TEST:officials/p1@o1@2014"));
    }

    @Test
    void refusesThreeRowsOfTheKite() throws IOException {
        Map<String, String> refused = new TreeMap<>();
        int rows = 0;
        try (var kite = BundleSource.open(Bundles.kite())) {
            var kiteCheck = new RowCheck(kite.delivery());
            for (RowFile file : kite.files()) {
                assertThat(file.refusal()).isEmpty();
                try (var open = file.open()) {
                    for (RawRow row = open.next(); row != null; row = open.next()) {
                        rows++;
                        if (kiteCheck.check(file.name(), row) instanceof RowOutcome.Rejected no) {
                            refused.put(
                                    file.name() + "/" + row.cell("id"),
                                    no.refusal().column());
                        }
                    }
                }
            }
        }
        assertThat(rows).isEqualTo(65);
        assertThat(refused).isEqualTo(Map.of("roles/r4", "role", "contacts/c8", "time", "payments/y3", "amount"));
    }

    @Test
    void takesEveryRowOfANewBundle(@TempDir Path folder) throws IOException {
        NewBundle.write(folder.resolve("new"), java.time.Instant.parse("2020-01-01T00:00:00Z"));
        try (var source = BundleSource.open(folder.resolve("new"))) {
            var ours = new RowCheck(source.delivery());
            for (RowFile file : source.files()) {
                try (var open = file.open()) {
                    var outcome = ours.check(file.name(), open.next());
                    assertThat(outcome).as(file.name()).isInstanceOf(RowOutcome.Accepted.class);
                }
            }
        }
    }
}
