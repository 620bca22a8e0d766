package org.jejak.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The strictest content policy the pages can live under: nothing from elsewhere, inline scripts only with this
 * response's nonce.
 *
 * <p>Two exceptions, both Vaadin's: {@code unsafe-eval}, because its engine makes functions of the expressions the
 * server sends; {@code unsafe-inline} for styles, because its components carry them. Workers are files of ours.
 */
@Component
class ContentPolicy implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent starting) {
        starting.addIndexHtmlRequestListener(ContentPolicy::protect);
    }

    private static void protect(IndexHtmlResponse page) {
        byte[] random = new byte[18];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        page.getDocument().getElementsByTag("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader("X-Frame-Options", "DENY");
        page.getVaadinResponse()
                .setHeader(
                        "Content-Security-Policy",
                        String.join(
                                "; ",
                                "default-src 'none'",
                                "script-src 'self' 'unsafe-eval' 'nonce-" + nonce + "'",
                                "style-src 'self' 'unsafe-inline'",
                                "img-src 'self' data: blob:",
                                "font-src 'self' data:",
                                "connect-src 'self'",
                                "worker-src 'self'",
                                "manifest-src 'self'",
                                "base-uri 'self'",
                                "form-action 'self'",
                                "frame-ancestors 'none'"));
    }
}
