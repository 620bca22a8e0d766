package org.jejak.access;

import java.time.Clock;
import org.jejak.audit.AuditLog;
import org.jejak.audit.HeadInMemory;
import org.jejak.identity.Vault;
import org.jejak.store.Home;
import org.jejak.store.TestStore;
import org.neo4j.driver.Driver;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.neo4j.autoconfigure.DataNeo4jAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;

/** The users and cases of a test store, with whatever else a test registers. */
public final class TestAccess {

    private TestAccess() {}

    /** A context that holds {@code access} on the given store, at the given time. */
    public static ApplicationContextRunner on(TestStore store, Clock clock) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataNeo4jAutoConfiguration.class, TransactionAutoConfiguration.class))
                .withBean(Driver.class, store::driver, definition -> definition.setDestroyMethodName(""))
                .withBean(Home.class, store::home)
                .withBean(Vault.class, store::vault, definition -> definition.setDestroyMethodName(""))
                .withBean(Clock.class, () -> clock)
                .withUserConfiguration(AccessConfiguration.class)
                .withBean(AuditLog.class, () -> AuditLog.open(store.home().directory(), clock, new HeadInMemory()))
                .withBean(Users.class)
                .withBean(Cases.class)
                .withBean(Viewers.class)
                .withBean(SignIn.class)
                .withBean(FirstStart.class);
    }
}
