package org.jejak.ui.investigation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jejak.access.Viewers;
import org.jejak.analysis.RunControl;
import org.jejak.investigation.AnswerToday;
import org.jejak.investigation.Changes;
import org.jejak.investigation.KeptInvestigation;
import org.jejak.investigation.KeptInvestigations;
import org.jejak.investigation.KeptQuestion;
import org.jejak.investigation.KeptWays;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.safeguard.NameBook;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.ReadingDoor;
import org.springframework.stereotype.Component;

/** What the view of kept answers reads, each time on behalf of who is signed in. */
@Component
class KeptReads {

    private final Viewers viewers;
    private final KeptInvestigations kept;
    private final Names names;
    private final ReadingDoor door;

    /**
     * What those in an answer are called today.
     *
     * @param units what was counted, by record: a currency, or persons
     */
    record Called(NameBook names, Map<String, String> units) {

        String name(String id) {
            return names.name(new Key(id));
        }
    }

    /** An answer, and what those it names are called today. */
    record Today(AnswerToday answer, Called called) {}

    /** What became of an answer, and what those it names are called today. */
    record Since(Changes changes, Called called) {}

    KeptReads(Viewers viewers, KeptInvestigations kept, Names names, ReadingDoor door) {
        this.viewers = viewers;
        this.kept = kept;
        this.names = names;
        this.door = door;
    }

    Viewer viewer() {
        return viewers.current();
    }

    /** Latest first. */
    List<KeptInvestigation> all() {
        return kept.visibleTo(viewer());
    }

    Today one(String id) {
        var viewer = viewer();
        var answer = kept.of(viewer, id);
        var ways = answer.result().ways();
        var asked = answer.investigation().question().ways();
        var ends = asked == null ? Stream.<String>empty() : Stream.concat(asked.from().stream(), asked.to().stream());
        return new Today(
                answer,
                called(
                        viewer,
                        answer.investigation().question(),
                        Stream.concat(answer.result().named(), ends),
                        ways == null ? List.of() : ways.ways()));
    }

    void remove(String id) {
        kept.remove(viewer(), id);
    }

    KeptInvestigations.Repeated repeat(Viewer viewer, String id, RunControl control) {
        return kept.repeat(viewer, id, control);
    }

    Since since(Viewer viewer, KeptInvestigation one, Optional<String> later, RunControl control) {
        var changes = kept.compare(viewer, one.id(), later, control);
        var ways =
                Stream.concat(changes.gone().stream(), changes.came().stream()).toList();
        return new Since(changes, called(viewer, one.question(), changes.named(), ways));
    }

    private Called called(Viewer viewer, KeptQuestion question, Stream<String> ids, List<KeptWays.Way> ways) {
        var book = names.book(viewer, ids.map(Key::new).toList());
        return new Called(book, units(viewer, question, ways));
    }

    /** An amount says nothing without its currency, and that stands in the payment. */
    private Map<String, String> units(Viewer viewer, KeptQuestion question, List<KeptWays.Way> ways) {
        var asked = question.ways();
        if (asked == null || asked.inTime() == null) {
            return Map.of();
        }
        var records = ways.stream()
                .limit(WaysTables.ROWS)
                .flatMap(way -> way.steps().stream())
                .flatMap(step -> step.records().stream())
                .distinct()
                .map(Key::new)
                .toList();
        var units = new HashMap<String, String>();
        door.byKey(viewer, records).stream()
                .filter(row -> row.file().equals(RecordFile.PAYMENTS.fileName()))
                .forEach(row -> units.put(row.key().value(), row.cell("currency")));
        return units;
    }
}
