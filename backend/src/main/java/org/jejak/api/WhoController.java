package org.jejak.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.access.Case;
import org.jejak.access.Cases;
import org.jejak.access.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is asking, and what they may ask about. */
@RestController
class WhoController {

    private final Viewers viewers;
    private final Cases cases;

    WhoController(Viewers viewers, Cases cases) {
        this.viewers = viewers;
        this.cases = cases;
    }

    record Me(String user, List<String> roles, String clearance, Set<String> cases) {}

    @GetMapping("/api/me")
    Me me() {
        var viewer = viewers.current();
        return new Me(
                viewer.user(),
                viewer.roles().stream()
                        .sorted()
                        .map(r -> r.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList(),
                viewer.clearance().label(),
                new TreeSet<>(viewer.cases()));
    }

    record CaseBody(
            @JsonProperty("case") String ref, @Nullable String title, boolean shared, Set<String> assigned) {

        static CaseBody of(Case one) {
            return new CaseBody(one.ref(), one.title().orElse(null), one.shared(), one.assigned());
        }
    }

    record CasesBody(List<CaseBody> cases) {}

    @GetMapping("/api/cases")
    CasesBody cases() {
        return new CasesBody(
                cases.visibleTo(viewers.current()).stream().map(CaseBody::of).toList());
    }
}
