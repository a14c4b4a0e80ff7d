package dev.purser.domain.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.StoppedClock;
import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.portfolio.Actor;
import dev.purser.domain.portfolio.Invitee.Kind;
import dev.purser.domain.portfolio.People.Identity;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Portfolios;
import dev.purser.domain.portfolio.Role;
import dev.purser.domain.rights.Match.Holding;
import dev.purser.domain.rights.ShareCustomers.Flaw;
import dev.purser.domain.rights.ShareCustomers.Result;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** {@link ShareCustomers} and {@link AdmitPeople}. */
class AdministratorsTest {

    private static final Issuer KEYCLOAK = new Issuer("https://id.example/realms/partner");
    private static final Issuer ENTRA =
            new Issuer("https://login.microsoftonline.com/5b0f6c1e-7d2a-4c39-9a41-0e8d6f3b2a17/v2.0");
    private static final String REASON = "New in the team";

    private final StoppedClock clock = new StoppedClock();
    private final WrittenEntries entries = new WrittenEntries();
    private final InMemoryRights rights = new InMemoryRights(clock, entries);
    private final ShareCustomers shareCustomers = new ShareCustomers(rights);
    private final AdmitPeople admitPeople = new AdmitPeople(rights, rights);
    private final Actor priya = signsIn("Priya Raman", Role.ADMINISTRATOR);
    private final PersonId noor = signsIn("Noor Haddad", Role.ACCOUNT_MANAGER).person();
    private final CustomerId contoso = customer("Contoso");

    private Actor signsIn(String name, Role role) {
        var identity = new Identity(KEYCLOAK.value(), UUID.randomUUID().toString(), name, "");
        var person = rights.recognise(identity, Set.of(role), clock.instant()).orElseThrow();
        return new Actor(person, name, Set.of(role), Portfolios.ASSIGNED);
    }

    private CustomerId customer(String name) {
        var customer = new CustomerId(new AccountName("emea"), UUID.randomUUID());
        rights.learn(customer, name, "");
        return customer;
    }

    private Result grant(Selection selection, String reason) {
        return shareCustomers.share(priya, noor, Sharing.GRANT, selection, reason);
    }

    private static Selection all(String text, OptionalLong confirmed) {
        return new Selection.AllThatMatch(new Match(text, Optional.empty(), Holding.ANYBODYS), confirmed);
    }

    private Selection contoso() {
        return new Selection.These(Set.of(contoso));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ADMINISTRATOR")
    void letsNobodyElseChangeRights(Role role) {
        var somebody = signsIn("Somebody", role);

        assertThat(shareCustomers.share(somebody, noor, Sharing.GRANT, contoso(), REASON))
                .isEqualTo(new Result.NotPermitted());
        assertThat(admitPeople.invite(somebody, KEYCLOAK, Kind.SUBJECT, "x"))
                .isEqualTo(new AdmitPeople.Result.NotPermitted<>());
        assertThat(admitPeople.withdraw(somebody, noor)).isEqualTo(new AdmitPeople.Result.NotPermitted<>());
        assertThat(admitPeople.endSessions(somebody, noor)).isEqualTo(new AdmitPeople.Result.NotPermitted<>());
        assertThat(entries.all()).isEmpty();
    }

    @Test
    void grantsAndTakes() {
        assertThat(grant(contoso(), "  " + REASON + "\n")).isInstanceOf(Result.Shared.class);
        assertThat(entries.all().getLast().facts()).containsEntry("reason", REASON);
        assertThat(grant(contoso(), REASON)).isEqualTo(new Result.Nothing());
        assertThat(shareCustomers.share(priya, noor, Sharing.TAKE, contoso(), "Left"))
                .isInstanceOf(Result.Shared.class);
    }

    @Test
    void asksForACustomerAndAReason() {
        assertThat(grant(new Selection.These(Set.of()), " "))
                .isEqualTo(new Result.Unusable(List.of(Flaw.NOTHING_SELECTED, Flaw.REASON_MISSING)));
        assertThat(grant(contoso(), "x".repeat(ShareCustomers.LONGEST_REASON + 1)))
                .isEqualTo(new Result.Unusable(List.of(Flaw.REASON_TOO_LONG)));
        assertThat(grant(contoso(), "x".repeat(ShareCustomers.LONGEST_REASON))).isInstanceOf(Result.Shared.class);
    }

    @Test
    void doesNothingToAllBeforeTheirNumberWasSeen() {
        customer("Contoso Nord");

        assertThat(grant(all("contoso", OptionalLong.empty()), REASON)).isEqualTo(new Result.ToConfirm(2));
        assertThat(entries.all()).isEmpty();

        customer("Contoso Süd");
        assertThat(grant(all("contoso", OptionalLong.of(2)), REASON)).isEqualTo(new Result.ToConfirm(3));
        assertThat(entries.all()).isEmpty();
        assertThat(grant(all("contoso", OptionalLong.of(3)), REASON))
                .isInstanceOfSatisfying(
                        Result.Shared.class,
                        shared -> assertThat(shared.customers()).isEqualTo(3));
        assertThat(grant(all("contoso", OptionalLong.empty()), REASON)).isEqualTo(new Result.Nothing());
        assertThat(grant(all("contoso", OptionalLong.of(3)), REASON)).isEqualTo(new Result.Nothing());
    }

    @Test
    void knowsNobodyOfAnotherIssuer() {
        var stranger = rights.recognise(new Identity(ENTRA.value(), "x", "Stranger", ""), Set.of(), clock.instant())
                .orElseThrow();

        assertThat(shareCustomers.share(priya, stranger, Sharing.GRANT, contoso(), REASON))
                .isEqualTo(new Result.NoSuchPerson());
        assertThat(admitPeople.endSessions(priya, stranger)).isEqualTo(new AdmitPeople.Result.NoSuchPerson<>());
        assertThat(admitPeople.withdraw(priya, stranger)).isEqualTo(new AdmitPeople.Result.NoSuchPerson<>());
    }

    @Test
    void invitesByWhatTheIssuerVouchesFor() {
        assertThat(KEYCLOAK.invitesBy()).containsExactly(Kind.ADDRESS, Kind.SUBJECT);
        assertThat(ENTRA.invitesBy()).containsExactly(Kind.OBJECT_ID);
        assertThat(new Issuer("https://sts.windows.net/5b0f6c1e/").microsoft()).isTrue();
        assertThat(new Issuer("https://login.microsoftonline.com.example/x").microsoft())
                .isFalse();
        assertThat(new Issuer("not an address").microsoft()).isFalse();
    }

    @Test
    void refusesAnAddressWhereAddressesProveNothing() {
        var unusable = new AdmitPeople.Result.Unusable<>();

        assertThat(admitPeople.invite(priya, ENTRA, Kind.ADDRESS, "noor@partner.example"))
                .isEqualTo(unusable);
        assertThat(admitPeople.invite(priya, ENTRA, Kind.OBJECT_ID, "noor")).isEqualTo(unusable);
        assertThat(admitPeople.invite(priya, KEYCLOAK, Kind.ADDRESS, "noor")).isEqualTo(unusable);
        assertThat(admitPeople.invite(priya, KEYCLOAK, Kind.SUBJECT, "two words"))
                .isEqualTo(unusable);
        assertThat(admitPeople.invite(priya, KEYCLOAK, Kind.SUBJECT, "")).isEqualTo(unusable);
        assertThat(admitPeople.invite(priya, ENTRA, Kind.OBJECT_ID, " 7D3C1F0A-12AB-4CDE-8F90-1234567890AB "))
                .isInstanceOf(AdmitPeople.Result.Done.class);
        assertThat(entries.all()).hasSize(1);
    }
}
