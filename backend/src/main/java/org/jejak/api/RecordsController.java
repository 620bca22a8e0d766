package org.jejak.api;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.access.Viewers;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.KnownSources;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rows themselves. */
@RestController
class RecordsController {

    private final Viewers viewers;
    private final ReadingDoor door;
    private final KnownSources sources;

    RecordsController(Viewers viewers, ReadingDoor door, KnownSources sources) {
        this.viewers = viewers;
        this.door = door;
        this.sources = sources;
    }

    record Statement(String source, String grade, String handling) {}

    record RecordBody(
            String key,
            String file,
            SortedMap<String, String> cells,
            List<Statement> statements,
            Set<String> ambiguousTimes,
            Set<String> cases,
            String delivered,
            String recorded) {

        static RecordBody of(VisibleRecord record) {
            return new RecordBody(
                    record.key().value(),
                    record.file(),
                    new TreeMap<>(record.cells()),
                    record.statements().stream()
                            .map(s -> new Statement(
                                    s.source().value(),
                                    s.grade().toString(),
                                    s.handling().label()))
                            .sorted(java.util.Comparator.comparing(Statement::source))
                            .toList(),
                    record.ambiguousTimes(),
                    new TreeSet<>(record.cases()),
                    record.delivered().toString(),
                    record.recorded().toString());
        }
    }

    record RecordsBody(List<RecordBody> records) {}

    record CountsBody(SortedMap<String, Long> records) {}

    /** How many current rows the viewer may see, by file. */
    @GetMapping("/api/records/counts")
    CountsBody counts(@ParameterObject WithoutParameters without) {
        return new CountsBody(door.count(without.of(viewers.current(), sources)));
    }

    /** One current row. */
    @GetMapping("/api/record")
    RecordBody record(@ParameterObject WithoutParameters without, @RequestParam("key") String key) {
        return door.byKey(without.of(viewers.current(), sources), new Key(key))
                .map(RecordBody::of)
                .orElseThrow(() -> ThingsController.nothing(key));
    }

    /** The current rows that name or describe a thing. */
    @GetMapping("/api/records")
    RecordsBody naming(
            @ParameterObject WithoutParameters without,
            @RequestParam("naming") String key,
            @RequestParam(name = "file", required = false, defaultValue = "") List<String> files) {
        var wanted = files.isEmpty() ? Reading.everything() : Reading.of(files(files));
        return new RecordsBody(
                door.naming(without.of(viewers.current(), sources), new Key(key), wanted.unseal()).stream()
                        .map(RecordBody::of)
                        .sorted(java.util.Comparator.comparing(RecordBody::key))
                        .toList());
    }

    static RecordFile[] files(List<String> names) {
        return names.stream()
                .map(name -> Arrays.stream(RecordFile.values())
                        .filter(f -> f.fileName().equals(name.strip()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no file of the contract")))
                .toArray(RecordFile[]::new);
    }
}
