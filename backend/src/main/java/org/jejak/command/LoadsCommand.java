package org.jejak.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jejak.ingest.LoadSummary;
import org.jejak.ingest.Loads;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "loads",
        description = {
            "The loads of your cases, in the order they came.",
            "JSON: {\"loads\":[{\"load\",\"namespace\",\"case\",\"user\",\"delivered\",\"sequence\",\"recorded\",",
            "\"handling\",\"digest\",\"state\",\"report\"}]}; report as of load, null while it runs"
        })
final class LoadsCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    Who who = new Who();

    @Mixin
    Output output = new Output();

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            var all = opened.get(Loads.class).all(opened.viewer(who));
            output.print(Map.of("loads", all.stream().map(LoadsCommand::body).toList()), () -> say(all));
        }
        return Exit.DONE;
    }

    private static Map<String, @Nullable Object> body(LoadSummary load) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("load", load.load());
        body.put("namespace", load.namespace());
        body.put("case", load.caseRef());
        body.put("user", load.user());
        body.put("delivered", load.delivered().toString());
        body.put("sequence", load.sequence());
        body.put("recorded", load.recorded().toString());
        body.put("handling", load.handling());
        body.put("digest", load.digest());
        body.put("state", load.state());
        body.put("report", load.report().map(LoadCommand::body).orElse(null));
        return body;
    }

    private void say(List<LoadSummary> all) {
        output.table(
                List.of("load", "case", "namespace", "delivered", "recorded", "by", "state"),
                all.stream()
                        .map(l -> Lines.row(
                                l.load(), l.caseRef(), l.namespace(), l.delivered(), l.recorded(), l.user(), l.state()))
                        .toList());
    }
}
