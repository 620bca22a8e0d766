package org.jejak.identity;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The vault of the home. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    Vault vault(@Value("${jejak.home}") Path home, @Value("${jejak.keys}") Path keys) {
        return Vault.open(
                home.toAbsolutePath().normalize(), keys.toAbsolutePath().normalize());
    }
}
