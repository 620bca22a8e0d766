package org.jejak.command;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.data.neo4j.autoconfigure.DataNeo4jAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The features without a web server, for commands. It has no stereotype, so that the web application, which scans all of
 * {@code org.jejak}, does not take it for its own.
 */
@ComponentScan(
        basePackages = "org.jejak",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.jejak\\.(ui\\.|api\\.|command\\.|Application).*"))
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    DataNeo4jAutoConfiguration.class
})
class StoreContext {}
