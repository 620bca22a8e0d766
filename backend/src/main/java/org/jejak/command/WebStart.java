package org.jejak.command;

import java.util.Map;
import java.util.TreeMap;
import org.jejak.store.GraphStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the web application, with the embedded store opening beside it. */
record WebStart(Class<?> webApplication) {

    ConfigurableApplicationContext on(Place place, Map<String, Object> settings) {
        var properties = new TreeMap<String, Object>(place.properties());
        properties.put("jejak.store.sharing", GraphStore.Sharing.OWN);
        properties.put("server.error.include-stacktrace", "never");
        properties.putAll(settings);
        var store = place.neo4j == null ? GraphStore.begin(place.checkedHome()) : null;
        try {
            return new SpringApplicationBuilder(webApplication)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .properties(properties)
                    .initializers(context -> hand(store, (GenericApplicationContext) context))
                    .run();
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
