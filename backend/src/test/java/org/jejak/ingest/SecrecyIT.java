package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jejak.ingest.Bundles.bundle;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A byte search of the whole home for what was loaded, held and refused. */
class SecrecyIT {

    private static final List<String> SECRETS = List.of(
            "Nurhaliza binti Contoh",
            "Kak Liza the second",
            "1987-04-21",
            "left hand scarred",
            "+60123459876",
            "Statement taken at dawn",
            "Red house behind the mosque",
            "held person nobody knows",
            "refused free text here",
            "WXY 98765",
            "stripes of a zebra",
            "sponsored secretly",
            "scanned page of testimony");

    @Test
    void findsNothingOfWhatWasLoadedInTheFilesOfTheHome() throws IOException {
        var loads = TestLoads.onEmptyStore();
        assumeTrue(loads.store().isEmbedded());
        Path at = bundle().with("country", "MY")
                .file("sources", "id,kind,title,file", "s1,testimony,Statement taken at dawn,scan.txt")
                .file(
                        "persons",
                        "id,name,aliases,birth_date,scar,source",
                        "p1,Nurhaliza binti Contoh,Kak Liza the second,1987-04-21,left hand scarred,s1",
                        "p2,n/a,refused free text here,,,s1")
                .file("places", "id,name,kind,source", "h1,Red house behind the mosque,camp,s1")
                .file("vehicles", "id,kind,registration,source", "v1,car,WXY 98765,s1")
                .file("phones", "id,number,source", "f1,+60123459876,s1")
                .file(
                        "links",
                        "id,subject,relation,object,note,source",
                        "l1,p1,sponsored secretly,h1,,s1",
                        "l2,p1,associate,p99,held person nobody knows,s1")
                .file("zebras", "id,text", "z1,stripes of a zebra")
                .in(loads.folder());
        Files.writeString(at.resolve("scan.txt"), "scanned page of testimony");
        var report = loads.load(at);
        assertThat(report.files().stream()
                        .mapToLong(LoadReport.FileCounts::held)
                        .sum())
                .isEqualTo(1);
        assertThat(report.files().stream()
                        .mapToLong(LoadReport.FileCounts::refused)
                        .sum())
                .isEqualTo(1);
        var found = new ArrayList<String>();
        try (var files = Files.walk(loads.store().home().directory())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (String secret : SECRETS) {
                    for (Charset charset :
                            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                        if (contains(bytes, secret.getBytes(charset))) {
                            found.add(secret + " in " + file.getFileName());
                        }
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        outer:
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            for (int j = 0; j < wanted.length; j++) {
                if (bytes[i + j] != wanted[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
