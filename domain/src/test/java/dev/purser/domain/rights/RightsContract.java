package dev.purser.domain.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.history.CanonicalForm;
import dev.purser.domain.portfolio.Invitee;
import dev.purser.domain.portfolio.People;
import dev.purser.domain.portfolio.People.Identity;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Role;
import dev.purser.domain.rights.Grants.Outcome;
import dev.purser.domain.rights.Grants.Outcome.Shared;
import dev.purser.domain.rights.Holder.Standing;
import dev.purser.domain.rights.Invitations.Ending;
import dev.purser.domain.rights.Invitations.Invitation;
import dev.purser.domain.rights.Invitations.Withdrawal;
import dev.purser.domain.rights.Match.Holding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link Grants}, {@link Invitations} and {@link People}. Who extends this class and is green keeps it. */
@SuppressWarnings("NullAway.Init") // The administrator comes before each test.
public abstract class RightsContract {

    private static final int AT_ONCE = 6;
    /** Two that are a little apart do not meet. */
    private static final int ROUNDS = 10;

    private static final String MAIL = "noor.haddad@partner.example";
    private static final Set<Role> MANAGER = Set.of(Role.ACCOUNT_MANAGER);

    private final Issuer issuer = new Issuer("https://" + UUID.randomUUID() + ".example");
    private final AccountName emea = new AccountName("e" + UUID.randomUUID());
    private final AccountName apac = new AccountName("f" + UUID.randomUUID());
    private PersonId priya;

    protected abstract People people();

    protected abstract Grants grants();

    protected abstract Invitations invitations();

    /** Makes a customer known. */
    protected abstract CustomerId customer(AccountName account, String name, String domain);

    /** Makes many customers of one account known. */
    protected abstract List<CustomerId> customers(AccountName account, int count);

    /** The facts of all entries about rights and sign-ins that were written since the test began, in their order. */
    protected abstract List<Map<String, String>> entries();

    /** Removes whatever could name the person. */
    protected abstract void erase(PersonId person);

    /** By the clock that sessions are ended by. */
    protected abstract Instant now();

    /** Calls it as a request of its own. */
    protected abstract Outcome asRequest(Supplier<Outcome> work);

    @BeforeEach
    void anAdministratorSignsIn() {
        priya = signsIn("Priya Raman", Set.of(Role.ADMINISTRATOR));
    }

    private PersonId signsIn(String name, Set<Role> roles) {
        return signsIn(identity(name, Set.of()), roles).orElseThrow();
    }

    private Optional<PersonId> signsIn(Identity identity, Set<Role> roles) {
        return people().recognise(identity, roles, now());
    }

    private Identity identity(String name, Set<Invitee> vouched) {
        return new Identity(issuer.value(), UUID.randomUUID().toString(), name, MAIL, vouched);
    }

    private Outcome share(PersonId person, Sharing sharing, Selection selection) {
        return grants().share(new Grants.Order(priya, person, sharing, selection, "New in the team"));
    }

    private static Selection these(CustomerId... customers) {
        return new Selection.These(Set.of(customers));
    }

    private static Selection all(Match match, long confirmed) {
        return new Selection.AllThatMatch(match, OptionalLong.of(confirmed));
    }

    private Match match(String text, Holding holding) {
        return new Match(text, Optional.of(emea), holding);
    }

    private Set<CustomerId> held(PersonId person) {
        return Stream.of(emea, apac)
                .flatMap(account -> grants()
                        .page(person, new Match("", Optional.of(account), Holding.HELD), Optional.empty(), 1000)
                        .customers()
                        .customers()
                        .stream())
                .map(customer -> customer.id())
                .collect(Collectors.toSet());
    }

    private List<Map<String, String>> entries(String kind) {
        return entries().stream()
                .filter(facts -> kind.equals(facts.get("kind")))
                .toList();
    }

    private static List<String> tenants(Map<String, String> facts) {
        return List.of(facts.getOrDefault("customers", "").split(" "));
    }

    private Holder holder(PersonId person) {
        return grants().find(priya, person).orElseThrow();
    }

    // Granting and taking

    @Test
    void grantsCustomersAndSaysSo() {
        var noor = signsIn("Noor Haddad", MANAGER);
        var contoso = customer(emea, "Contoso", "contoso.example");
        var fabrikam = customer(emea, "Fabrikam", "fabrikam.example");

        var outcome = share(noor, Sharing.GRANT, these(contoso, fabrikam));

        assertThat(outcome).isInstanceOfSatisfying(Shared.class, shared -> {
            assertThat(shared.customers()).isEqualTo(2);
            assertThat(shared.entries()).hasSize(1);
        });
        assertThat(held(noor)).containsExactlyInAnyOrder(contoso, fabrikam);
        assertThat(holder(noor).customers()).isEqualTo(2);
        assertThat(entries("customers-granted")).singleElement().satisfies(facts -> {
            assertThat(facts)
                    .containsEntry("stream", "portal")
                    .containsEntry("account", emea.value())
                    .containsEntry("count", "2")
                    .containsEntry("holds", "2")
                    .containsEntry("reason", "New in the team")
                    .doesNotContainKeys("part", "parts", "total", "search", "customerName");
            assertThat(tenants(facts))
                    .containsExactlyInAnyOrder(
                            contoso.tenant().toString(), fabrikam.tenant().toString())
                    .isSorted();
            assertThat(facts.get("who")).isNotEqualTo(facts.get("person")).isNotBlank();
            assertThat(facts.get("person")).isNotBlank();
        });
    }

    @Test
    void takesThemAgain() {
        var noor = signsIn("Noor Haddad", MANAGER);
        var contoso = customer(emea, "Contoso", "contoso.example");
        var fabrikam = customer(emea, "Fabrikam", "fabrikam.example");
        share(noor, Sharing.GRANT, these(contoso, fabrikam));

        assertThat(share(noor, Sharing.TAKE, these(contoso))).isInstanceOf(Shared.class);

        assertThat(held(noor)).containsExactly(fabrikam);
        assertThat(entries("customers-taken"))
                .singleElement()
                .satisfies(facts -> assertThat(facts)
                        .containsEntry("customers", contoso.tenant().toString())
                        .containsEntry("customerName", "Contoso")
                        .containsEntry("holds", "1")
                        .containsEntry(
                                "person",
                                entries("customers-granted").getFirst().get("person")));
    }

    @Test
    void doesNothingTwice() {
        var noor = signsIn("Noor Haddad", MANAGER);
        var contoso = customer(emea, "Contoso", "contoso.example");
        share(noor, Sharing.GRANT, these(contoso));

        assertThat(share(noor, Sharing.GRANT, these(contoso))).isEqualTo(new Outcome.Nothing());
        var fabrikam = customer(emea, "Fabrikam", "fabrikam.example");
        assertThat(share(noor, Sharing.TAKE, these(fabrikam))).isEqualTo(new Outcome.Nothing());
        assertThat(entries("customers-taken")).isEmpty();

        share(noor, Sharing.GRANT, these(contoso, fabrikam));
        assertThat(entries("customers-granted"))
                .extracting(facts -> facts.get("customers"))
                .as("an entry tells only of what it changed")
                .containsExactly(contoso.tenant().toString(), fabrikam.tenant().toString());
    }

    @Test
    void grantsOnceThoughManyAskAtOnce() throws Exception {
        var noor = signsIn("Noor Haddad", MANAGER);
        var start = new CyclicBarrier(AT_ONCE);
        var outcomes = new ArrayList<Outcome>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var customer : customers(emea, ROUNDS)) {
                var running = new ArrayList<Future<Outcome>>();
                for (var administrator = 0; administrator < AT_ONCE; administrator++) {
                    running.add(threads.submit(() -> {
                        start.await(10, TimeUnit.SECONDS);
                        return asRequest(() -> share(noor, Sharing.GRANT, these(customer)));
                    }));
                }
                for (var one : running) {
                    outcomes.add(one.get(30, TimeUnit.SECONDS));
                }
            }
        }

        assertThat(outcomes).filteredOn(Shared.class::isInstance).hasSize(ROUNDS);
        assertThat(outcomes).filteredOn(Outcome.Nothing.class::isInstance).hasSize(ROUNDS * (AT_ONCE - 1));
        assertThat(entries("customers-granted")).hasSize(ROUNDS);
        assertThat(entries("customers-granted").getLast()).containsEntry("holds", Integer.toString(ROUNDS));
    }

    @Test
    void passesOverCustomersThatNobodyKnows() {
        var noor = signsIn("Noor Haddad", MANAGER);
        var unknown = new CustomerId(emea, UUID.randomUUID());

        assertThat(share(noor, Sharing.GRANT, these(unknown))).isEqualTo(new Outcome.Nothing());
        assertThat(holder(noor).customers()).isZero();
    }

    @Test
    void grantsAllThatMatchOnceTheirNumberIsConfirmed() {
        var noor = signsIn("Noor Haddad", MANAGER);
        var first = customer(emea, "Contoso Nord", "nord.example");
        var second = customer(emea, "Contoso Süd", "sued.example");
        customer(emea, "Fabrikam", "fabrikam.example");
        share(noor, Sharing.GRANT, these(first));
        var contoso = match("conTOSO", Holding.ANYBODYS);

        assertThat(grants().affected(noor, Sharing.GRANT, contoso)).isEqualTo(1);
        assertThat(grants().affected(noor, Sharing.TAKE, contoso)).isEqualTo(1);
        assertThat(share(noor, Sharing.GRANT, all(contoso, 2))).isEqualTo(new Outcome.Differs(1));
        assertThat(held(noor)).containsExactly(first);

        assertThat(share(noor, Sharing.GRANT, all(contoso, 1))).isInstanceOf(Shared.class);
        assertThat(held(noor)).containsExactlyInAnyOrder(first, second);
        assertThat(entries("customers-granted").getLast()).containsEntry("search", "conTOSO");
    }

    @Test
    void tellsOfManyCustomersInFewEntriesOfBoundedLength() {
        var noor = signsIn("Noor Haddad", MANAGER);
        var many = new ArrayList<>(customers(emea, 2 * Parcel.LARGEST + 1));
        many.addAll(customers(apac, 2));
        var order = new Grants.Order(
                priya,
                noor,
                Sharing.GRANT,
                new Selection.These(Set.copyOf(many)),
                "\u5927".repeat(ShareCustomers.LONGEST_REASON));

        assertThat(grants().share(order)).isInstanceOfSatisfying(Shared.class, shared -> {
            assertThat(shared.customers()).isEqualTo(many.size());
            assertThat(shared.entries()).hasSize(4);
        });

        var granted = entries("customers-granted");
        assertThat(granted).extracting(facts -> facts.get("part")).containsExactly("1", "2", "3", "4");
        assertThat(granted).extracting(facts -> facts.get("parts")).containsOnly("4");
        assertThat(granted).extracting(facts -> facts.get("total")).containsOnly(Integer.toString(many.size()));
        assertThat(granted).extracting(facts -> facts.get("holds")).containsExactly("300", "600", "601", "603");
        assertThat(granted.stream().flatMap(facts -> tenants(facts).stream()))
                .containsExactlyInAnyOrderElementsOf(many.stream()
                        .map(customer -> customer.tenant().toString())
                        .toList());
        assertThat(granted)
                .allSatisfy(facts -> assertThat(CanonicalForm.of(facts).length).isLessThanOrEqualTo(16 * 1024));
    }

    @Test
    void grantsNothingToNobody() {
        var contoso = customer(emea, "Contoso", "contoso.example");

        assertThat(share(new PersonId(UUID.randomUUID()), Sharing.GRANT, these(contoso)))
                .isEqualTo(new Outcome.NoSuchPerson());
        assertThat(entries("customers-granted")).isEmpty();
    }

    @Test
    void grantsNothingToWhoWasErasedButTakesWhatTheyHold() {
        var noor = signsIn("Noor Haddad", MANAGER);
        var contoso = customer(emea, "Contoso", "contoso.example");
        var fabrikam = customer(emea, "Fabrikam", "fabrikam.example");
        share(noor, Sharing.GRANT, these(contoso));
        erase(noor);

        assertThat(share(noor, Sharing.GRANT, these(fabrikam))).isEqualTo(new Outcome.Erased());
        assertThat(holder(noor).standing()).isEqualTo(new Standing.Erased());
        assertThat(share(noor, Sharing.TAKE, these(contoso))).isInstanceOf(Shared.class);
        assertThat(held(noor)).isEmpty();
        assertThat(entries("customers-taken").getFirst().get("person")).isNotBlank();
    }

    @Test
    void findsCustomersByWhoseTheyAre() {
        var noor = signsIn("Noor Haddad", MANAGER);
        var mara = signsIn("Mara Lindqvist", MANAGER);
        var ofNoor = customer(emea, "Alpine", "alpine.example");
        var ofMara = customer(emea, "Baldwin", "baldwin.example");
        var ofNobody = customer(emea, "Coho", "coho.example");
        share(noor, Sharing.GRANT, these(ofNoor));
        share(mara, Sharing.GRANT, these(ofMara));

        assertThat(found(noor, Holding.ANYBODYS)).containsExactly(ofNoor, ofMara, ofNobody);
        assertThat(found(noor, Holding.HELD)).containsExactly(ofNoor);
        assertThat(found(noor, Holding.NOT_HELD)).containsExactly(ofMara, ofNobody);
        assertThat(found(noor, Holding.NOBODYS)).containsExactly(ofNobody);

        var held = grants().page(noor, match("", Holding.ANYBODYS), Optional.empty(), 50)
                .held();
        assertThat(held).containsOnlyKeys(ofNoor);
        assertThat(held.get(ofNoor)).satisfies(grant -> {
            assertThat(grant.entry()).isPresent();
            assertThat(grant.at()).isPresent();
            assertThat(grant.by()).contains("Priya Raman");
        });
    }

    private List<CustomerId> found(PersonId person, Holding holding) {
        return grants().page(person, match("", holding), Optional.empty(), 50).customers().customers().stream()
                .map(customer -> customer.id())
                .toList();
    }

    @Test
    void countsCustomersThatNobodyHolds() {
        var noor = signsIn("Noor Haddad", MANAGER);
        var before = grants().extent();
        var contoso = customer(emea, "Contoso", "contoso.example");
        customer(emea, "Fabrikam", "fabrikam.example");
        share(noor, Sharing.GRANT, these(contoso));

        assertThat(grants().extent()).isEqualTo(new Grants.Extent(before.customers() + 2, before.nobodys() + 1));
    }

    @Test
    void listsPeopleWithTheirRolesByName() {
        var noor = signsIn("Noor Haddad", MANAGER);
        var ingrid = signsIn("Ingrid Baum", Set.of(Role.AUDITOR));
        people().recognise(new Identity("https://elsewhere.example", "x", "Stranger", ""), MANAGER, now());

        var holders = grants().holders(priya);

        assertThat(holders).extracting(Holder::name).containsExactly("Ingrid Baum", "Noor Haddad", "Priya Raman");
        assertThat(holders).extracting(Holder::id).containsExactly(ingrid, noor, priya);
        assertThat(holders).extracting(Holder::address).containsOnly(MAIL);
        assertThat(holders).extracting(Holder::lacksRole).containsExactly(true, false, true);
    }

    @Test
    void followsTheIdentityProviderInTheRoles() {
        var noor = identity("Noor Haddad", Set.of());
        var at = now();
        var person = people().recognise(noor, MANAGER, at).orElseThrow();
        assertThat(holder(person).lacksRole()).isFalse();

        people().recognise(noor, Set.of(Role.AUDITOR), at);

        assertThat(holder(person).standing())
                .isInstanceOfSatisfying(
                        Standing.SignedIn.class,
                        signedIn -> assertThat(signedIn.roles()).contains(Set.of(Role.AUDITOR)));
        assertThat(holder(person).lacksRole()).isTrue();
    }

    @Test
    void namesAdministratorsToAsk() {
        var noor = signsIn("Noor Haddad", MANAGER);
        assertThat(people().administrators(noor)).containsExactly("Priya Raman");

        people().recognise(
                        identity("Long Gone", Set.of()), Set.of(Role.ADMINISTRATOR), now().minus(Duration.ofDays(91)));
        people().recognise(
                        new Identity("https://elsewhere.example", "y", "Stranger", ""),
                        Set.of(Role.ADMINISTRATOR),
                        now());
        assertThat(people().administrators(noor)).containsExactly("Priya Raman");

        IntStream.range(0, 3).forEach(number -> signsIn("Another " + number, Set.of(Role.ADMINISTRATOR)));
        assertThat(people().administrators(noor)).hasSize(People.ASKED_AT_MOST);
    }

    // Inviting

    private PersonId invited(Invitee invitee) {
        return ((Invitation.Invited) invitations().invite(priya, issuer, invitee)).person();
    }

    private static Invitee address(String address) {
        return Invitee.of(Invitee.Kind.ADDRESS, address).orElseThrow();
    }

    @Test
    void knowsWhoWasInvitedByTheirSubject() {
        var noor = identity("Noor Haddad", Set.of());
        var invited = invited(new Invitee(Invitee.Kind.SUBJECT, noor.subject()));
        var contoso = customer(emea, "Contoso", "contoso.example");
        share(invited, Sharing.GRANT, these(contoso));
        assertThat(holder(invited).name()).isEqualTo(noor.subject());
        assertThat(holder(invited).standing())
                .isInstanceOfSatisfying(
                        Standing.Invited.class,
                        standing -> assertThat(standing.by()).isEqualTo(Invitee.Kind.SUBJECT));

        assertThat(signsIn(noor, MANAGER)).contains(invited);

        assertThat(holder(invited).name()).isEqualTo("Noor Haddad");
        assertThat(held(invited)).containsExactly(contoso);
        assertThat(entries("invitation-accepted"))
                .singleElement()
                .satisfies(facts -> assertThat(facts)
                        .containsEntry("invitedBy", "subject")
                        .containsEntry(
                                "who", entries("customers-granted").getFirst().get("person")));
        signsIn(noor, MANAGER);
        assertThat(entries("invitation-accepted")).as("once").hasSize(1);
    }

    @Test
    void knowsWhoWasInvitedByAnAddressThatTheProviderVouchesFor() {
        var invited = invited(address("Noor.Haddad@Partner.Example"));
        var contoso = customer(emea, "Contoso", "contoso.example");
        share(invited, Sharing.GRANT, these(contoso));

        assertThat(signsIn(identity("Noor Haddad", Set.of(address(MAIL))), MANAGER))
                .contains(invited);

        assertThat(held(invited)).containsExactly(contoso);
        assertThat(entries("invitation-accepted")).hasSize(1);
        assertThat(signsIn(identity("Another Noor", Set.of(address(MAIL))), MANAGER))
                .as("an invitation is for one person")
                .get()
                .isNotEqualTo(invited);
    }

    @Test
    void believesNoAddressThatTheProviderDoesNotVouchFor() {
        var invited = invited(address(MAIL));

        assertThat(signsIn(identity("Somebody Else", Set.of()), MANAGER)).get().isNotEqualTo(invited);
        assertThat(signsIn(
                        new Identity(
                                "https://elsewhere.example",
                                UUID.randomUUID().toString(),
                                "Stranger",
                                MAIL,
                                Set.of(address(MAIL))),
                        MANAGER))
                .as("of another issuer")
                .get()
                .isNotEqualTo(invited);

        assertThat(holder(invited).standing()).isInstanceOf(Standing.Invited.class);
        assertThat(entries("invitation-accepted")).isEmpty();
    }

    @Test
    void invitesByTheFirstSignInAlone() {
        var noor = identity("Noor Haddad", Set.of());
        var person = signsIn(noor, MANAGER).orElseThrow();
        var invited = invited(address("noor@other.example"));

        var again =
                new Identity(noor.issuer(), noor.subject(), noor.name(), MAIL, Set.of(address("noor@other.example")));

        assertThat(signsIn(again, MANAGER)).contains(person).get().isNotEqualTo(invited);
    }

    @Test
    void keepsEverythingThatNamesSomebodyOutOfTheEntries() {
        var invited = invited(address(MAIL));
        share(invited, Sharing.GRANT, these(customer(emea, "Contoso", "contoso.example")));
        signsIn(identity("Noor Haddad", Set.of(address(MAIL))), MANAGER);
        invitations().endSessions(priya, invited);

        assertThat(entries()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(facts -> {
            var written = new String(CanonicalForm.of(facts), StandardCharsets.UTF_8);
            assertThat(written).doesNotContain("@", "Noor", "noor", "Priya");
        });
    }

    @Test
    void invitesNobodyTwice() {
        var invited = invited(address(MAIL));
        assertThat(invitations().invite(priya, issuer, address(MAIL))).isEqualTo(new Invitation.Already(invited));
        assertThat(entries("person-invited")).hasSize(1);

        signsIn(identity("Noor Haddad", Set.of(address(MAIL))), MANAGER);
        assertThat(invitations().invite(priya, issuer, address(MAIL))).isEqualTo(new Invitation.Known(invited));
    }

    @Test
    void invitesNobodyWhoHasSignedInWithThatSubject() {
        var noor = identity("Noor Haddad", Set.of());
        var person = signsIn(noor, MANAGER).orElseThrow();

        assertThat(invitations().invite(priya, issuer, new Invitee(Invitee.Kind.SUBJECT, noor.subject())))
                .isEqualTo(new Invitation.Known(person));
    }

    @Test
    void invitesByAnAddressThatAnotherOnlyClaims() {
        var impostor = signsIn("Noor Haddad", MANAGER);
        assertThat(holder(impostor).address()).isEqualTo(MAIL);

        assertThat(invited(address(MAIL))).isNotEqualTo(impostor);
    }

    @Test
    void withdrawsAnInvitationWithWhatWasGrantedToIt() {
        var invited = invited(address(MAIL));
        var contoso = customer(emea, "Contoso", "contoso.example");
        share(invited, Sharing.GRANT, these(contoso));

        assertThat(invitations().withdraw(priya, invited)).isInstanceOf(Withdrawal.Withdrawn.class);

        assertThat(grants().find(priya, invited)).isEmpty();
        assertThat(grants().holders(priya)).extracting(Holder::id).doesNotContain(invited);
        assertThat(held(invited)).isEmpty();
        assertThat(entries("customers-taken")).hasSize(1);
        assertThat(entries("invitation-withdrawn")).hasSize(1);
        assertThat(invitations().withdraw(priya, invited)).isEqualTo(new Withdrawal.NotInvited());
        assertThat(share(invited, Sharing.GRANT, these(contoso))).isEqualTo(new Outcome.NoSuchPerson());
        assertThat(signsIn(identity("Noor Haddad", Set.of(address(MAIL))), MANAGER))
                .get()
                .isNotEqualTo(invited);
    }

    @Test
    void invitesAnewWhoseInvitationWasWithdrawn() {
        var invited = invited(address(MAIL));
        invitations().withdraw(priya, invited);

        assertThat(invitations().invite(priya, issuer, address(MAIL)))
                .isInstanceOfSatisfying(
                        Invitation.Invited.class,
                        again -> assertThat(again.person()).isEqualTo(invited));
        assertThat(entries("person-invited")).hasSize(2);
        assertThat(signsIn(identity("Noor Haddad", Set.of(address(MAIL))), MANAGER))
                .contains(invited);
    }

    @Test
    void letsInWithoutCustomersWhoseInvitationBySubjectWasWithdrawn() {
        var noor = identity("Noor Haddad", Set.of());
        var invited = invited(new Invitee(Invitee.Kind.SUBJECT, noor.subject()));
        share(invited, Sharing.GRANT, these(customer(emea, "Contoso", "contoso.example")));
        invitations().withdraw(priya, invited);

        var person = signsIn(noor, MANAGER).orElseThrow();

        assertThat(held(person)).isEmpty();
        assertThat(holder(person).name()).isEqualTo("Noor Haddad");
        assertThat(entries("invitation-accepted")).isEmpty();
    }

    @Test
    void withdrawsNoInvitationThatWasAccepted() {
        var invited = invited(address(MAIL));
        signsIn(identity("Noor Haddad", Set.of(address(MAIL))), MANAGER);

        assertThat(invitations().withdraw(priya, invited)).isEqualTo(new Withdrawal.Accepted());
        assertThat(invitations().withdraw(priya, new PersonId(UUID.randomUUID())))
                .isEqualTo(new Withdrawal.NotInvited());
        assertThat(entries("invitation-withdrawn")).isEmpty();
    }

    // Sessions

    @Test
    void endsTheSessionsOfSomebody() {
        var noor = identity("Noor Haddad", Set.of());
        var at = now();
        var person = people().recognise(noor, MANAGER, at).orElseThrow();

        assertThat(invitations().endSessions(priya, person)).isInstanceOf(Ending.Ended.class);

        assertThat(people().recognise(noor, MANAGER, at)).isEmpty();
        assertThat(entries("sessions-ended"))
                .singleElement()
                .satisfies(facts -> assertThat(facts.get("person")).isNotBlank().isNotEqualTo(facts.get("who")));
    }

    @Test
    void endsNoSessionsOfWhoHasNone() {
        assertThat(invitations().endSessions(priya, invited(address(MAIL)))).isEqualTo(new Ending.NoSession());
        assertThat(invitations().endSessions(priya, new PersonId(UUID.randomUUID())))
                .isEqualTo(new Ending.NoSession());
        assertThat(entries("sessions-ended")).isEmpty();
    }
}
