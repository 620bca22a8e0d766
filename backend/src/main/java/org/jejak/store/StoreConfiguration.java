package org.jejak.store;

import java.net.URI;
import java.nio.file.Path;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one store and the one driver of the application. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    Home home(@Value("${jejak.home}") Path directory, @Value("${jejak.keys}") Path keys) {
        return new Home(directory, keys);
    }

    @Bean
    GraphStore graphStore(
            ObjectProvider<GraphStore.Opening> begun,
            Home home,
            @Value("${jejak.store.sharing:JOIN}") GraphStore.Sharing sharing,
            @Value("${jejak.neo4j.uri:}") String uri,
            @Value("${jejak.neo4j.user:neo4j}") String user,
            @Value("${jejak.neo4j.password:}") String password) {
        var opening = begun.getIfAvailable();
        if (opening != null) {
            return opening.await();
        }
        return uri.isEmpty()
                ? GraphStore.open(home, sharing)
                : GraphStore.open(new GraphStore.External(URI.create(uri), user, password));
    }

    @Bean(destroyMethod = "")
    Driver driver(GraphStore store) {
        return store.driver();
    }
}
