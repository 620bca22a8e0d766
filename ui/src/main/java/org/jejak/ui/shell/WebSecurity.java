package org.jejak.ui.shell;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import org.jejak.access.SignIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets a page: those who signed in; everything else but the sign-in page and static files is refused. */
@Configuration
@EnableWebSecurity
class WebSecurity {

    /**
     * For what is no page: nothing may run, nothing may be framed; a plain page that says so may be styled. The page's own
     * policy is {@link ContentPolicy}'s.
     */
    private static final String NOT_A_PAGE =
            "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'";

    /**
     * Headers are written before the answer and not when it is committed: a page is forwarded inside the server, which
     * commits it past the filter that would have added them.
     */
    private static final class AtOnce implements ObjectPostProcessor<HeaderWriterFilter> {

        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    SecurityFilterChain pages(HttpSecurity http, SignIn signIn) {
        http.authenticationProvider(signIn);
        http.authorizeHttpRequests(asked -> asked.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/js/canvas/**", "/jejak.css", "/jejak.svg")
                .permitAll());
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOT_A_PAGE))
                .frameOptions(frame -> frame.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        allowed -> allowed.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                .withObjectPostProcessor(new AtOnce()));
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(LoginView.class));
        return http.build();
    }
}
