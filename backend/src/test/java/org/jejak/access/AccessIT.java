package org.jejak.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jejak.identity.Badge;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jejak.store.TestStore;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class AccessIT {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));

    private final TestStore store = TestStore.empty();

    private interface Steps {
        void run(Users users, Cases cases, Viewers viewers, SignIn signIn, FirstStart firstStart) throws Exception;
    }

    private void onAnEmptyStore(Steps steps) {
        var ticking = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        TestAccess.on(store, ticking)
                .run(context -> steps.run(
                        context.getBean(Users.class),
                        context.getBean(Cases.class),
                        context.getBean(Viewers.class),
                        context.getBean(SignIn.class),
                        context.getBean(FirstStart.class)));
    }

    @Test
    void theFirstStartMakesOneUserForEachRoleAndWritesTheirPasswordsForTheOwnerAlone() {
        onAnEmptyStore((users, cases, viewers, signIn, firstStart) -> {
            var written = firstStart.makeUsers(true).orElseThrow();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written.file())))
                    .isEqualTo("rw-------");
            var lines = Files.readAllLines(written.file());
            assertThat(lines)
                    .hasSize(Role.values().length)
                    .allSatisfy(line -> assertThat(line).matches("[a-z-]+\t[a-z2-9-]{23}\t[a-z-]+"));
            for (var line : lines) {
                var cells = line.split("\t");
                assertThat(signIn.verify(cells[0], cells[1], null).initialPassword())
                        .isTrue();
            }
            assertThat(users.named("integrity").orElseThrow().lastLogin()).contains(now.get());
            assertThat(firstStart.makeUsers(true)).isEmpty();
        });
    }

    @Test
    void withoutTheSampleThereIsOnlyAnAdministratorWhoReadsNoCase() {
        onAnEmptyStore((users, cases, viewers, signIn, firstStart) -> {
            firstStart.makeUsers(false);
            assertThat(users.all()).extracting(User::name).containsExactly(FirstStart.ADMINISTRATOR);
            cases.openForLoading(viewers.operator(), "WK-2015", Optional.of("Camps"));
            cases.share(viewers.operator(), "WK-2015", true);
            assertThat(viewers.named(FirstStart.ADMINISTRATOR).cases()).isEmpty();
            assertThatThrownBy(() -> cases.assign(viewers.operator(), "WK-2015", FirstStart.ADMINISTRATOR))
                    .hasMessageContaining("reads no case");
        });
    }

    @Test
    void aResetAdministratorSignsInWithTheNewPasswordOnly() {
        onAnEmptyStore((users, cases, viewers, signIn, firstStart) -> {
            var first = firstStart.makeUsers(false).orElseThrow().initials().getFirst();
            var second = firstStart.resetAdministrator().initials().getFirst();
            assertThat(signIn.verify(FirstStart.ADMINISTRATOR, second.password(), null)
                            .name())
                    .isEqualTo(FirstStart.ADMINISTRATOR);
            assertThatThrownBy(() -> signIn.verify(FirstStart.ADMINISTRATOR, first.password(), null))
                    .isInstanceOf(BadCredentialsException.class);
        });
    }

    @Test
    void whoLoadsIsAssignedAndNobodyElseLearnsOfTheCase() {
        onAnEmptyStore((users, cases, viewers, signIn, firstStart) -> {
            users.add("ana", Set.of(Role.INVESTIGATOR), Handling.AMBER, Set.of(), users.newPassword());
            users.add("ben", Set.of(Role.INVESTIGATOR), Handling.RED, Set.of(), users.newPassword());
            users.add("cy", Set.of(Role.PROSECUTOR), Handling.RED, Set.of(), users.newPassword());
            cases.openForLoading(viewers.named("ana"), "WK-2015", Optional.empty());
            assertThat(viewers.named("ana").keys()).containsExactly("WK-2015#0", "WK-2015#1", "WK-2015#2");
            assertThat(viewers.named("ben").cases()).isEmpty();
            assertThat(cases.visibleTo(viewers.named("ben"))).isEmpty();
            assertThatThrownBy(() -> cases.openForLoading(viewers.named("ben"), "WK-2015", Optional.empty()))
                    .isInstanceOf(NotAllowed.class)
                    .hasMessage(NotAllowed.noCase("WK-2015").getMessage());
            assertThatThrownBy(() -> cases.openForLoading(viewers.named("cy"), "NEW-1", Optional.empty()))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> cases.assign(viewers.named("ana"), "WK-2015", "ben"))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> cases.all(viewers.named("ana"))).isInstanceOf(NotAllowed.class);
            cases.assign(viewers.operator(), "WK-2015", "ben");
            cases.assign(viewers.operator(), "WK-2015", "ben");
            assertThat(cases.visibleTo(viewers.named("ben")))
                    .singleElement()
                    .satisfies(c -> assertThat(c.assigned()).containsExactly("ana", "ben"));
            cases.unassign(viewers.operator(), "WK-2015", "ana");
            assertThat(viewers.named("ana").cases()).isEmpty();
            cases.share(viewers.operator(), "WK-2015", true);
            assertThat(viewers.named("ana").cases()).containsExactly("WK-2015");
            assertThat(viewers.operator().cases()).containsExactly("WK-2015");
        });
    }

    @Test
    void nobodyIsIntegrityAndInvestigator() {
        onAnEmptyStore((users, cases, viewers, signIn, firstStart) -> {
            var both = EnumSet.of(Role.INTEGRITY, Role.INVESTIGATOR, Role.SUPERVISOR);
            assertThatThrownBy(() -> users.add("dee", both, Handling.RED, Set.of(), users.newPassword()))
                    .isInstanceOf(IllegalArgumentException.class);
            users.add("dee", EnumSet.of(Role.INTEGRITY, Role.PROSECUTOR), Handling.RED, Set.of(), users.newPassword());
            assertThatThrownBy(() -> users.changeRoles(viewers.operator(), "dee", both, Handling.RED))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> users.add("dee", Set.of(Role.PROSECUTOR), Handling.RED, Set.of(), "another"))
                    .hasMessageContaining("already");
            assertThatThrownBy(() -> users.add("operator", Set.of(Role.PROSECUTOR), Handling.RED, Set.of(), "another"))
                    .isInstanceOf(IllegalArgumentException.class);
        });
    }

    @Test
    void guessingIsSlowedDownForThatUserAlone() {
        onAnEmptyStore((users, cases, viewers, signIn, firstStart) -> {
            users.add("ana", Set.of(Role.PROSECUTOR), Handling.RED, Set.of(), "right horse battery");
            users.add("ben", Set.of(Role.PROSECUTOR), Handling.RED, Set.of(), "staple right horse");
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> signIn.verify("ana", "wrong", "10.0.0.1"))
                        .isInstanceOf(BadCredentialsException.class);
            }
            assertThatThrownBy(() -> signIn.verify("ana", "right horse battery", "10.0.0.2"))
                    .isInstanceOf(LockedException.class);
            assertThat(signIn.verify("ben", "staple right horse", "10.0.0.1").name())
                    .isEqualTo("ben");
            now.updateAndGet(t -> t.plusSeconds(2));
            assertThat(signIn.verify("ana", "right horse battery", "10.0.0.2").name())
                    .isEqualTo("ana");
        });
    }

    @Test
    void anInitialPasswordEndsAfterThirtyDaysAndAChosenOneDoesNot() {
        onAnEmptyStore((users, cases, viewers, signIn, firstStart) -> {
            users.add("ana", Set.of(Role.PROSECUTOR), Handling.RED, Set.of(), "made for ana alone");
            users.add("ben", Set.of(Role.PROSECUTOR), Handling.RED, Set.of(), "made for ben alone");
            assertThatThrownBy(() -> users.changePassword("ben", "made for ben alone", "short"))
                    .hasMessageContaining("at least 15");
            assertThatThrownBy(() -> users.changePassword("ben", "made for ana alone", "long enough for anyone"))
                    .hasMessageContaining("old password");
            users.changePassword("ben", "made for ben alone", "long enough for anyone");
            now.updateAndGet(t -> t.plus(Duration.ofDays(31)));
            assertThatThrownBy(() -> signIn.verify("ana", "made for ana alone", null))
                    .isInstanceOf(BadCredentialsException.class);
            assertThat(signIn.verify("ben", "long enough for anyone", null).initialPassword())
                    .isFalse();
        });
    }

    @Test
    void aSignInBecomesTheViewerOfThatMoment() {
        onAnEmptyStore((users, cases, viewers, signIn, firstStart) -> {
            users.add("ana", Set.of(Role.PROSECUTOR), Handling.GREEN, Set.of(), "made for ana alone");
            var signedIn = signIn.authenticate(
                    UsernamePasswordAuthenticationToken.unauthenticated("ana", "made for ana alone"));
            assertThat(signedIn.getCredentials()).isNull();
            assertThat(viewers.of(signedIn).clearance()).isEqualTo(Handling.GREEN);
            users.changeRoles(viewers.operator(), "ana", Set.of(Role.VICTIM_CARE), Handling.RED);
            assertThat(viewers.of(signedIn).roles()).containsExactly(Role.VICTIM_CARE);
            assertThatThrownBy(() -> viewers.of(null)).isInstanceOf(NotAllowed.class);
        });
    }

    @Test
    void theRoleIntegrityWaitsUntilABadgeIsKnownAndASupervisorIsTold() {
        onAnEmptyStore((users, cases, viewers, signIn, firstStart) -> {
            users.add("ina", Set.of(Role.INTEGRITY, Role.PROSECUTOR), Handling.RED, Set.of(), "made for ina alone");
            assertThat(viewers.named("ina").roles()).containsExactly(Role.PROSECUTOR);
            users.add("uma", Set.of(Role.INTEGRITY), Handling.RED, Set.of(), "made for uma alone");
            cases.openForLoading(viewers.operator(), "WK-2015", Optional.empty());
            cases.assign(viewers.operator(), "WK-2015", "uma");
            assertThat(viewers.named("uma").cases())
                    .as("without a role in force nobody reads")
                    .isEmpty();
            var signedIn = signIn.authenticate(
                    UsernamePasswordAuthenticationToken.unauthenticated("ina", "made for ina alone"));
            assertThat(signedIn.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_PROSECUTOR");
            assertThat(users.unmatched(viewers.operator()))
                    .extracting(User::name)
                    .containsExactly("ina", "uma");
            assertThatThrownBy(() -> users.unmatched(viewers.named("ina"))).isInstanceOf(NotAllowed.class);
            var badge = new Badge(new Key("POLICE:hq"), "i-77");
            assertThatThrownBy(() -> users.changeBadges(viewers.named("ina"), "ina", Set.of(badge)))
                    .isInstanceOf(NotAllowed.class);
            users.changeBadges(viewers.operator(), "ina", Set.of(badge));
            assertThat(viewers.named("ina").roles()).containsExactlyInAnyOrder(Role.PROSECUTOR, Role.INTEGRITY);
            assertThat(viewers.named("ina").badges()).containsExactly(badge.mark(store.vault()));
            users.changeBadges(viewers.operator(), "uma", Set.of(badge));
            assertThat(viewers.named("uma").cases()).containsExactly("WK-2015");
            assertThat(users.unmatched(viewers.operator())).isEmpty();
        });
    }

    @Test
    void whateverChangesAUserIsWrittenDownFirst() {
        onAnEmptyStore((users, cases, viewers, signIn, firstStart) -> {
            users.add("ana", Set.of(Role.PROSECUTOR), Handling.RED, Set.of(), "made for ana alone");
            var operator = viewers.operator();
            users.changeRoles(operator, "ana", Set.of(Role.VICTIM_CARE), Handling.GREEN);
            users.changeBadges(operator, "ana", Set.of(new Badge(new Key("POLICE:hq"), "7")));
            assertThatThrownBy(() -> users.changePassword("ana", "a wrong one altogether", "long enough for anyone"))
                    .isInstanceOf(IllegalArgumentException.class);
            users.changePassword("ana", "made for ana alone", "long enough for anyone");
            assertThatThrownBy(
                            () -> users.changeRoles(viewers.named("ana"), "ana", Set.of(Role.SUPERVISOR), Handling.RED))
                    .isInstanceOf(NotAllowed.class);
            try (var log = Files.walk(store.home().directory())) {
                var written = new StringBuilder();
                for (var file : log.filter(f -> f.toString().contains("audit") && Files.isRegularFile(f))
                        .toList()) {
                    written.append(Files.readString(file));
                }
                assertThat(written)
                        .contains("change roles", "change badges", "change password refused", "\"change password\"")
                        .doesNotContain("long enough");
            }
        });
    }

    @Test
    void theStoreHoldsAnArgon2idHashAndNoPassword() {
        onAnEmptyStore((users, cases, viewers, signIn, firstStart) -> {
            users.add("ana", Set.of(Role.PROSECUTOR), Handling.GREEN, Set.of(), "made for ana alone");
            var hash = store.driver()
                    .executableQuery("MATCH (u:User) RETURN u.passwordHash AS hash")
                    .execute()
                    .records()
                    .getFirst()
                    .get("hash")
                    .asString();
            assertThat(hash).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
        });
    }
}
