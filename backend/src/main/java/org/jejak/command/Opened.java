package org.jejak.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jejak.access.SignIn;
import org.jejak.access.Viewers;
import org.jejak.ingest.Loads;
import org.jejak.network.Viewer;
import org.springframework.context.ConfigurableApplicationContext;

/** The features of one home, for as long as a command runs. */
final class Opened implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    Opened(ConfigurableApplicationContext context) {
        this.context = context;
    }

    <T> T get(Class<T> feature) {
        return context.getBean(feature);
    }

    /** On whose behalf the command runs: the user named, if the secret is theirs, else the owner of the home. */
    Viewer viewer(Who who) {
        get(Loads.class).recover();
        if (who.user == null) {
            return get(Viewers.class).operator();
        }
        try {
            String secret = who.secretFile == null
                    ? System.getenv("JEJAK_SECRET")
                    : Files.readString(who.secretFile).strip();
            if (secret == null) {
                throw new IllegalArgumentException(
                        "--as needs the secret of " + who.user + ", in --secret-file or in JEJAK_SECRET");
            }
            var user = get(SignIn.class).verify(who.user, secret, null);
            return get(Viewers.class).named(user.name());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
