package dev.purser.domain.portfolio;

import static dev.purser.domain.portfolio.Role.ACCOUNT_MANAGER;
import static dev.purser.domain.portfolio.Role.ADMINISTRATOR;
import static dev.purser.domain.portfolio.Role.AUDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.portfolio.Reader.Customers;
import dev.purser.domain.portfolio.Reader.Portal;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActorTest {

    private static final PersonId ADA = new PersonId(new UUID(0, 1));
    private static final Customers OWN = new Customers.PortfolioOf(ADA);
    private static final Customers ALL = new Customers.All();
    private static final Customers NAMES = new Customers.NamesOnly();
    private static final Customers NONE = new Customers.None();

    static Stream<Arguments> readers() {
        return Stream.of(
                Arguments.of(Set.of(), NONE, NONE, Portal.HIDDEN),
                Arguments.of(Set.of(ACCOUNT_MANAGER), OWN, ALL, Portal.HIDDEN),
                Arguments.of(Set.of(AUDITOR), ALL, ALL, Portal.SEEN),
                Arguments.of(Set.of(ADMINISTRATOR), NAMES, NAMES, Portal.SEEN),
                Arguments.of(Set.of(ACCOUNT_MANAGER, AUDITOR), ALL, ALL, Portal.SEEN),
                Arguments.of(Set.of(ACCOUNT_MANAGER, ADMINISTRATOR), OWN, ALL, Portal.SEEN),
                Arguments.of(Set.of(AUDITOR, ADMINISTRATOR), ALL, ALL, Portal.SEEN),
                Arguments.of(Set.of(ACCOUNT_MANAGER, AUDITOR, ADMINISTRATOR), ALL, ALL, Portal.SEEN));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void seesWhatItsRolesAddUpTo(Set<Role> roles, Customers assigned, Customers open, Portal portal) {
        assertThat(actor(roles, Portfolios.ASSIGNED).reader()).isEqualTo(new Reader(assigned, portal));
        assertThat(actor(roles, Portfolios.OPEN).reader()).isEqualTo(new Reader(open, portal));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void changesBudgetsOfItsOwnCustomersAsAnAccountManagerOnly(Set<Role> roles) {
        if (roles.contains(ACCOUNT_MANAGER)) {
            assertThat(actor(roles, Portfolios.ASSIGNED).writer()).contains(new Reader(OWN, Portal.HIDDEN));
            assertThat(actor(roles, Portfolios.OPEN).writer()).contains(new Reader(ALL, Portal.HIDDEN));
        } else {
            assertThat(actor(roles, Portfolios.ASSIGNED).writer()).isEmpty();
            assertThat(actor(roles, Portfolios.OPEN).writer()).isEmpty();
        }
    }

    @Test
    void isWhatTheClaimOfItsSignInSays() {
        assertThat(Stream.of("account-manager", "auditor", "administrator")
                        .map(Role::of)
                        .map(role -> role.map(Role::claim).orElse("")))
                .containsExactly("account-manager", "auditor", "administrator");
        assertThat(Role.of("Auditor")).isEmpty();
        assertThat(Role.of("")).isEmpty();
    }

    private static Actor actor(Set<Role> roles, Portfolios portfolios) {
        return new Actor(ADA, "Ada", roles, portfolios);
    }
}
