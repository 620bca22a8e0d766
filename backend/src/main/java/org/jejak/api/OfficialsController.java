package org.jejak.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jejak.access.Viewers;
import org.jejak.integrity.IntegrityRun;
import org.jejak.integrity.Officials;
import org.jejak.integrity.OfficialsReport;
import org.jejak.safeguard.KnownSources;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Officials' leads, for the integrity unit; to anybody else there is no such case. */
@RestController
class OfficialsController {

    private final Viewers viewers;
    private final Officials officials;
    private final KnownSources sources;

    OfficialsController(Viewers viewers, Officials officials, KnownSources sources) {
        this.viewers = viewers;
        this.officials = officials;
        this.sources = sources;
    }

    @GetMapping("/api/officials")
    OfficialsReport officials(
            @ParameterObject WithoutParameters without,
            @RequestParam("case") List<String> cases,
            @RequestParam(name = "q", defaultValue = "0.05") double q,
            @RequestParam(name = "seed", defaultValue = "1") long seed,
            @RequestParam(name = "special-days", defaultValue = "") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    Set<LocalDate> specialDays) {
        return officials.run(
                without.of(viewers.current(), sources), Set.copyOf(cases), new IntegrityRun(q, seed, specialDays));
    }
}
