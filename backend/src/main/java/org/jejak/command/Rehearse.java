package org.jejak.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jejak.access.Viewers;
import org.jejak.analysis.RunControl;
import org.jejak.ingest.LoadOptions;
import org.jejak.ingest.Loads;
import org.jejak.ingest.bundle.BundleSource;
import org.jejak.ingest.bundle.NewBundle;
import org.jejak.investigation.Investigations;
import org.jejak.projection.NetworkQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Goes once through what every start and most commands do, in a home that is thrown away, for Java to note which classes
 * that takes (class data sharing, JEP 350 and JEP 514). The launcher calls it after a build; people have no use for it.
 */
@Command(name = "rehearse", hidden = true, description = "Lets Java note what a start takes.")
final class Rehearse implements Callable<Integer> {

    private final WebStart web;

    @Mixin
    Place place = new Place();

    Rehearse(WebStart web) {
        this.web = web;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Object> settings = Map.of("server.port", 0, "server.address", "127.0.0.1");
        try (var context = web.on(place, settings);
                var http = HttpClient.newHttpClient()) {
            Path bundle = place.home.resolveSibling("bundle");
            NewBundle.write(bundle, Clock.systemUTC().instant());
            var viewers = context.getBean(Viewers.class);
            try (var source = BundleSource.open(bundle)) {
                context.getBean(Loads.class)
                        .load(
                                viewers.operator(),
                                source,
                                LoadOptions.defaults().refusedTo(place.home.resolveSibling("refused")));
            }
            var viewer = viewers.operator();
            context.getBean(Investigations.class)
                    .brokers(viewer, NetworkQuestion.of(viewer.cases()), 1, RunControl.PLAIN);
            String port = context.getEnvironment().getProperty("local.server.port", "");
            for (String page : new String[] {"/login", "/api/me"}) {
                http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
        return Exit.DONE;
    }
}
