package dev.purser.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Budgets.Order;
import dev.purser.domain.partnercenter.InMemoryRefreshTokens;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.partnercenter.Relationships.Continuation;
import dev.purser.domain.partnercenter.SendFence;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.domain.partnercenter.Usages;
import dev.purser.domain.partnercenter.Usages.CustomerUsage;
import dev.purser.domain.usage.Usage;
import dev.purser.simulator.AzureOffer;
import dev.purser.simulator.ByteOrderMark;
import dev.purser.simulator.Caller;
import dev.purser.simulator.Fault;
import dev.purser.simulator.KnownCustomers;
import dev.purser.simulator.NextLinks;
import dev.purser.simulator.PartnerCenterSimulator;
import dev.purser.simulator.Route;
import dev.purser.simulator.SimulatedCustomer;
import dev.purser.simulator.SimulatorSettings;
import dev.purser.simulator.Spend;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All ports against a whole Partner Center that keeps what it is told, and a journal of what truly happened. */
class AgainstTheSimulatorTest {

    private static final AccountName EMEA = new AccountName("emea");
    private static final TimeLimits LIMITS = new TimeLimits(Duration.ofSeconds(5), Duration.ofMillis(1500));
    private static final CustomerId CONTOSO = new CustomerId(EMEA, KnownCustomers.CONTOSO_RETAIL);

    private PartnerCenterSimulator simulator;
    private PartnerCenter partnerCenter;
    private MeterRegistry meters;

    @BeforeEach
    void start() {
        start(SimulatorSettings.standard(), TokenVersion.V2, LIMITS);
    }

    private void start(SimulatorSettings settings, TokenVersion version, TimeLimits limits) {
        meters = new SimpleMeterRegistry();
        simulator = PartnerCenterSimulator.start(settings);
        var account = new PartnerCenterAccount(
                EMEA,
                Cloud.GLOBAL,
                settings.tenantId().toString(),
                settings.clientId().toString(),
                settings.clientSecret(),
                Optional.of(settings.refreshToken()),
                simulator.baseUrl(),
                simulator.authority(),
                version,
                Optional.empty());
        partnerCenter = new PartnerCenter(
                List.of(account),
                new InMemoryRefreshTokens(InstantSource.system(), new WrittenEntries()),
                InstantSource.system(),
                System::nanoTime,
                limits,
                meters);
    }

    private void restart(SimulatorSettings settings, TokenVersion version) {
        stop();
        start(settings, version, LIMITS);
    }

    @AfterEach
    void stop() {
        partnerCenter.close();
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource(TokenVersion.class)
    void readsChangesAndRemovesABudget(TokenVersion version) {
        restart(SimulatorSettings.standard().withByteOrderMark(ByteOrderMark.BEFORE_JSON), version);
        assertThat(budget()).isEqualTo(SpendingLimit.of("4000"));

        assertThat(send("5000.01"))
                .isInstanceOfSatisfying(
                        Answer.Shown.class, shown -> assertThat(shown.limit()).isEqualTo(SpendingLimit.of("5000.01")));
        assertThat(budget()).isEqualTo(SpendingLimit.of("5000.01"));

        assertThat(send(SpendingLimit.notSet()))
                .isInstanceOfSatisfying(
                        Answer.Shown.class, shown -> assertThat(shown.limit()).isEqualTo(SpendingLimit.notSet()));
        assertThat(budget()).isEqualTo(SpendingLimit.notSet());

        assertThat(simulator.journal().applied(CONTOSO.tenant()))
                .extracting(applied -> applied.after())
                .containsExactly(Optional.of(new BigDecimal("5000.01")), Optional.empty());
    }

    @Test
    void carriesTheIdsOfTheOrder() {
        var order = new Order(CONTOSO, SpendingLimit.of("1"), UUID.randomUUID(), UUID.randomUUID());

        partnerCenter.budgets().send(order, openFence());

        var exchange = simulator.journal().exchanges(Route.PATCH_BUDGET).getLast();
        assertThat(exchange.requestId()).contains(order.request().toString());
        assertThat(exchange.correlationId()).contains(order.correlation().toString());
        assertThat(exchange.caller()).isEqualTo(Caller.APP_ONLY);
    }

    @ParameterizedTest
    @EnumSource(
            value = NextLinks.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ABSOLUTE_ELSEWHERE", "ELSEWHERE_WITHOUT_SCHEME", "ABSENT"})
    void listsAllCustomersPageByPage(NextLinks links) {
        restart(SimulatorSettings.standard().withPageSize(64).withNextLinks(links), TokenVersion.V2);

        Map<UUID, Relationships.Customer> listed = new HashMap<>();
        var pages = 0;
        Optional<Continuation> next = Optional.empty();
        do {
            var page = value(partnerCenter.relationships().page(EMEA, next));
            page.customers().forEach(customer -> listed.put(customer.tenant(), customer));
            next = page.next();
            pages++;
        } while (next.isPresent());

        assertThat(pages).isEqualTo(5);
        for (var customer : simulator.world().customers()) {
            assertThat(listed.get(customer.id()))
                    .isEqualTo(new Relationships.Customer(customer.id(), customer.name(), customer.domain()));
        }
        assertThat(listed).hasSize(300);
    }

    @Test
    void readsOneCustomerAndThatItIsGone() {
        var relationship = value(partnerCenter.relationships().read(CONTOSO));
        assertThat(relationship.customer().name())
                .isEqualTo(simulator.world().customer(CONTOSO.tenant()).name());
        assertThat(relationship.ended()).isFalse();

        simulator.world().endRelationship(CONTOSO.tenant());

        assertThat(partnerCenter.relationships().read(CONTOSO)).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void readsTheUsageOfAllCustomersAtOnce() {
        restart(SimulatorSettings.standard().withPageSize(100), TokenVersion.V2);

        Map<UUID, CustomerUsage> read = new HashMap<>();
        Optional<Continuation> next = Optional.empty();
        do {
            Usages.Page page = value(partnerCenter.usages().page(EMEA, next));
            page.usages().forEach(usage -> read.put(usage.tenant(), usage));
            next = page.next();
        } while (next.isPresent());

        for (var customer : simulator.world().customers()) {
            if (customer.spend() instanceof Spend.NoUsage) {
                assertThat(read.get(customer.id())).isNull();
            } else {
                var usage = Objects.requireNonNull(read.get(customer.id()), customer.name());
                assertThat(usage.limit()).contains(budgetOf(customer));
                assertThat(usage.usage().map(Usage::spend)).contains(spendOf(customer));
                assertThat(usage.usage().map(Usage::plan)).contains(planOf(customer));
            }
        }
    }

    @Test
    void waitsLongerForAListThanForOneCustomer() {
        stop();
        var limits = new TimeLimits(
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofMillis(600),
                Duration.ofSeconds(20),
                Duration.ofMillis(1));
        start(SimulatorSettings.standard(), TokenVersion.V2, limits);
        value(partnerCenter.relationships().page(EMEA, Optional.empty()));
        var slow = new Fault.Slow(Duration.ofSeconds(1));
        simulator.faults().next(Route.USAGE_RECORDS, slow, 1);
        simulator.faults().next(Route.USAGE_RECORDS, new Fault.Drip(4096, Duration.ofMillis(50)), 1);
        simulator.faults().next(CONTOSO.tenant(), Route.GET_BUDGET, slow, 5);

        assertThat(partnerCenter.usages().page(EMEA, Optional.empty())).isInstanceOf(Reading.Read.class);
        assertThat(partnerCenter.usages().page(EMEA, Optional.empty())).isInstanceOf(Reading.Read.class);
        assertThat(partnerCenter.budgets().read(CONTOSO)).isInstanceOf(Reading.Unavailable.class);
    }

    @Test
    void readsTheUsageOfEachCustomer() {
        for (var customer : simulator.world().customers().subList(0, 60)) {
            var reading = partnerCenter.usages().read(new CustomerId(EMEA, customer.id()));
            if (customer.spent().isEmpty()) {
                assertThat(reading)
                        .isInstanceOfSatisfying(
                                Reading.Refused.class,
                                refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.NO_USAGE));
            } else {
                var usage = value(reading);
                assertThat(usage.limit()).contains(budgetOf(customer));
                assertThat(usage.usage().map(Usage::spend)).contains(spendOf(customer));
                assertThat(usage.usage().flatMap(Usage::period)).isPresent();
            }
        }
        assertThat(simulator.journal().exchanges(Route.TOKEN)).hasSize(1);
    }

    @Test
    void renewsATokenThatIsNoLongerAccepted() {
        assertThat(budget()).isEqualTo(SpendingLimit.of("4000"));
        simulator.expireTokens();

        assertThat(budget()).isEqualTo(SpendingLimit.of("4000"));
        assertThat(simulator.journal().exchanges(Route.TOKEN)).hasSize(2);
    }

    @Test
    void neverClaimsToKnowWhatWasLost() {
        simulator.faults().next(CONTOSO.tenant(), Route.PATCH_BUDGET, new Fault.ApplyThenDrop(), 1);
        assertThat(trouble(send("10"))).isEqualTo(Trouble.Kind.BROKEN_OFF);

        simulator.faults().next(CONTOSO.tenant(), Route.PATCH_BUDGET, new Fault.DropBeforeApplying(), 1);
        assertThat(trouble(send("20"))).isEqualTo(Trouble.Kind.BROKEN_OFF);

        simulator.faults().next(CONTOSO.tenant(), Route.PATCH_BUDGET, new Fault.ServerErrorAfterApplying(), 1);
        assertThat(trouble(send("30"))).isEqualTo(Trouble.Kind.SERVICE_ERROR);

        simulator.faults().next(CONTOSO.tenant(), Route.PATCH_BUDGET, new Fault.Slow(Duration.ofSeconds(3)), 1);
        assertThat(trouble(send("40"))).isEqualTo(Trouble.Kind.NO_ANSWER);

        var shapes = new ArrayList<Trouble.Kind>();
        for (var shape : Fault.Shape.values()) {
            simulator.faults().next(CONTOSO.tenant(), Route.PATCH_BUDGET, new Fault.Malformed(shape), 1);
            shapes.add(trouble(send("50")));
        }
        assertThat(shapes).hasSize(Fault.Shape.values().length).containsOnly(Trouble.Kind.UNREADABLE);

        assertThat(simulator.journal().exchanges(Route.PATCH_BUDGET))
                .as("each was sent once")
                .hasSize(4 + shapes.size());
    }

    @Test
    void tellsARelationshipThatEnded() {
        simulator.world().endRelationship(CONTOSO.tenant());

        assertThat(send("10"))
                .isInstanceOfSatisfying(
                        Answer.Rejected.class,
                        rejected -> assertThat(rejected.refusal().kind()).isEqualTo(Refusal.Kind.RELATIONSHIP_ENDED));
        assertThat(partnerCenter.budgets().read(CONTOSO)).isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.RetryAfter.class)
    void waitsAsAsked(Fault.RetryAfter form) {
        simulator.faults().next(Route.PATCH_BUDGET, new Fault.TooManyRequests(Duration.ofSeconds(57), form), 1);
        var asked = form == Fault.RetryAfter.ABSENT ? Duration.ofSeconds(30) : Duration.ofSeconds(57);

        assertThat(send("10"))
                .isInstanceOfSatisfying(
                        Answer.Throttled.class,
                        throttled -> assertThat(throttled.pause())
                                .isBetween(asked.minusSeconds(1), asked.plus(asked.dividedBy(10))));
        assertThat(simulator.journal().applied()).isEmpty();
    }

    @Test
    void countsWhatBecameOfRequests() {
        budget();
        send("10");
        simulator
                .faults()
                .next(
                        Route.PATCH_BUDGET,
                        new Fault.TooManyRequests(Duration.ofSeconds(57), Fault.RetryAfter.SECONDS),
                        1);
        send("20");
        simulator.faults().next(CONTOSO.tenant(), Route.PATCH_BUDGET, new Fault.ApplyThenDrop(), 1);
        send("30");

        assertThat(requests("POST", "200")).as("one token for all of them").isEqualTo(1);
        assertThat(requests("GET", "200")).isEqualTo(1);
        assertThat(requests("PATCH", "200")).isEqualTo(1);
        assertThat(requests("PATCH", "429")).isEqualTo(1);
        assertThat(requests("PATCH", "none")).isEqualTo(1);
    }

    private long requests(String method, String answer) {
        return meters.get(HttpCalls.METER)
                .tags("account", EMEA.value(), "method", method, "answer", answer)
                .timer()
                .count();
    }

    private SpendingLimit budget() {
        return value(partnerCenter.budgets().read(CONTOSO));
    }

    private Answer send(String amount) {
        return send(SpendingLimit.of(amount));
    }

    private Answer send(SpendingLimit wanted) {
        return partnerCenter
                .budgets()
                .send(new Order(CONTOSO, wanted, UUID.randomUUID(), UUID.randomUUID()), openFence());
    }

    private static SendFence openFence() {
        return SendFence.raise(InstantSource.system(), System::nanoTime, Duration.ofSeconds(10));
    }

    private static Trouble.Kind trouble(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Lost.class);
        return ((Answer.Lost) answer).trouble().kind();
    }

    private SpendingLimit budgetOf(SimulatedCustomer customer) {
        return simulator
                .world()
                .budget(customer.id())
                .<SpendingLimit>map(SpendingLimit::of)
                .orElse(SpendingLimit.notSet());
    }

    private static Money spendOf(SimulatedCustomer customer) {
        return new Money(
                customer.spent().map(Spend.Spent::totalCost).orElse(BigDecimal.ZERO),
                Currency.getInstance(customer.currency()));
    }

    private static Usage.Plan planOf(SimulatedCustomer customer) {
        return customer.offer() == AzureOffer.LEGACY ? Usage.Plan.LEGACY : Usage.Plan.AZURE_PLAN;
    }

    private static <T> T value(Reading<T> reading) {
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read<T>) reading).value();
    }
}
