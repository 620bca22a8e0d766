package org.jejak.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jejak.store.GraphStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the web application, with the embedded store opening beside it. */
record WebStart(Class<?> webApplication) {

    /**
     * The web server tells at length, with traces, that it stops because something of ours failed. While it starts that is
     * told in one line by the command; afterwards what these say is of use again.
     */
    private static final List<String> STARTING = List.of("org.apache.catalina", "org.springframework.boot.tomcat");

    ConfigurableApplicationContext on(Place place, Map<String, Object> settings) {
        var properties = new TreeMap<String, Object>(place.properties());
        properties.put("jejak.store.sharing", GraphStore.Sharing.OWN);
        properties.put("server.error.include-stacktrace", "never");
        STARTING.forEach(logger -> properties.put("logging.level." + logger, "OFF"));
        properties.putAll(settings);
        var store = place.neo4j == null ? GraphStore.begin(place.checkedHome()) : null;
        try {
            var started = new SpringApplicationBuilder(webApplication)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .properties(properties)
                    .initializers(context -> hand(store, (GenericApplicationContext) context))
                    .run();
            var logging = LoggingSystem.get(WebStart.class.getClassLoader());
            STARTING.forEach(logger -> logging.setLogLevel(logger, null));
            return started;
        } catch (RuntimeException failed) {
            if (store != null) {
                store.close();
            }
            throw failed;
        }
    }

    private static void hand(GraphStore.@Nullable Opening store, GenericApplicationContext context) {
        if (store != null) {
            context.getBeanFactory().registerSingleton("storeOpening", store);
        }
    }
}
