package org.jejak.ui.investigation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jejak.investigation.KeptGroups;
import org.jejak.investigation.Regrouped;
import org.jejak.ui.investigation.KeptReads.Called;
import org.jejak.ui.kit.NumbersTable;
import org.jspecify.annotations.Nullable;

/** Kept communities, and who is in other company since. */
final class GroupsTables {

    private static final int ROWS = 30;
    private static final int MEMBERS = 12;
    private static final String NONE = "–";

    private GroupsTables() {}

    static Div answer(KeptGroups groups, Called called) {
        var several = new ArrayList<List<String>>();
        int alone = 0;
        int communities = 0;
        for (int i = 0; i < groups.communities().size(); i++) {
            var members = groups.communities().get(i);
            if (members.size() > 1) {
                communities++;
                if (several.size() < ROWS) {
                    several.add(List.of("" + (i + 1), "" + members.size(), names(members, called)));
                }
            } else {
                alone += members.size();
            }
        }
        Double quality = groups.quality();
        var answer = new Div(
                new H3(translate("kept.answer")),
                new Paragraph(translate(
                        "kept.modularity", quality == null ? NONE : String.format(Locale.ROOT, "%.3f", quality))),
                new NumbersTable(
                        List.of(
                                translate("brokers.community"),
                                translate("brokers.members"),
                                translate("kept.members-names")),
                        several));
        if (several.size() < communities) {
            answer.add(new Paragraph(translate("kept.showing-communities", several.size(), communities)));
        }
        if (alone > 0) {
            answer.add(new Paragraph(translate("kept.alone", alone)));
        }
        return answer;
    }

    static Div changes(List<Regrouped> regrouped, Called called) {
        var rows = regrouped.stream()
                .limit(ROWS)
                .map(r -> List.of(called.name(r.id()), number(r.before()), number(r.after())))
                .toList();
        var section = new Div(
                new H3(translate("kept.regrouped")),
                new NumbersTable(
                        List.of(
                                translate("table.name"),
                                translate("kept.community-before"),
                                translate("kept.community-after")),
                        rows));
        if (rows.size() < regrouped.size()) {
            section.add(new Paragraph(translate("compare.showing", rows.size(), regrouped.size())));
        }
        return section;
    }

    private static String names(List<String> members, Called called) {
        String first = members.stream().limit(MEMBERS).map(called::name).collect(Collectors.joining(", "));
        int more = members.size() - MEMBERS;
        return more > 0 ? translate("kept.and-more", first, more) : first;
    }

    private static String number(@Nullable Integer community) {
        return community == null ? NONE : community.toString();
    }
}
