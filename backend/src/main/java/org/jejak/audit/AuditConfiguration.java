package org.jejak.audit;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log of the home. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditLog auditLog(@Value("${jejak.home}") Path home, Clock clock, HeadKeeper heads) {
        return AuditLog.open(home, clock, heads);
    }
}
