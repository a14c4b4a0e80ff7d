package dev.purser.partnercenter;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Budgets.Order;
import dev.purser.domain.partnercenter.InMemoryRefreshTokens;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.RefreshTokens;
import dev.purser.domain.partnercenter.SendFence;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A token endpoint, an API, and the adapter with one account between them. */
final class WireStage implements AutoCloseable {

    static final AccountName EMEA = new AccountName("emea");
    static final String TENANT = "5b0f6c1e-7d2a-4c39-9a41-0e8d6f3b2a17";
    static final CustomerId NORDLICHT = new CustomerId(EMEA, UUID.fromString("c2a7d9e4-31f8-4b6c-8f05-7a91b3d4e6f2"));
    static final UUID REQUEST = UUID.fromString("11111111-2222-4333-8444-555555555555");
    static final UUID CORRELATION = UUID.fromString("99999999-8888-4777-8666-555555555555");

    /** Long enough for a busy machine, since tests of success never wait for it. */
    static final TimeLimits PATIENT = limits(Duration.ofSeconds(10));

    static final TimeLimits IMPATIENT = limits(Duration.ofMillis(250));

    private static TimeLimits limits(Duration answer) {
        return new TimeLimits(Duration.ofSeconds(5), answer, Duration.ofSeconds(20), answer, Duration.ofMillis(1));
    }

    final RawServer authority = new RawServer();
    final RawServer api = new RawServer();
    final SettableClock clock = new SettableClock();
    final WrittenEntries entries = new WrittenEntries();
    final RefreshTokens refreshTokens = new InMemoryRefreshTokens(clock, entries);
    final PartnerCenterAccount account;
    final PartnerCenter partnerCenter;

    WireStage() {
        this(PATIENT, account -> account);
    }

    WireStage(TimeLimits limits) {
        this(limits, account -> account);
    }

    WireStage(UnaryOperator<PartnerCenterAccount> changes) {
        this(PATIENT, changes);
    }

    WireStage(TimeLimits limits, UnaryOperator<PartnerCenterAccount> changes) {
        var issued = new AtomicInteger();
        authority.answer(_ -> token("token-" + issued.incrementAndGet()));
        var account = changes.apply(new PartnerCenterAccount(
                EMEA,
                Cloud.GLOBAL,
                TENANT,
                "a4c81f27-0b9e-4f65-8d13-62e7c5b0934d",
                "s3cret &+=ü",
                Optional.empty(),
                api.url(),
                authority.url(),
                TokenVersion.V2,
                Optional.empty()));
        this.account = account;
        partnerCenter = new PartnerCenter(
                List.of(account), refreshTokens, clock, clock::nanos, limits, new SimpleMeterRegistry());
    }

    static Reply token(String secret) {
        return Reply.json(200, "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"" + secret + "\"}");
    }

    static UnaryOperator<PartnerCenterAccount> withUser(String refreshToken) {
        return account -> with(account, account.baseUrl(), account.tokenVersion(), refreshToken, null);
    }

    static UnaryOperator<PartnerCenterAccount> withVersion(TokenVersion version) {
        return account -> with(account, account.baseUrl(), version, "first-refresh-token", null);
    }

    static UnaryOperator<PartnerCenterAccount> withCurrency(String code) {
        return account ->
                with(account, account.baseUrl(), account.tokenVersion(), "refresh-token", Currency.getInstance(code));
    }

    static UnaryOperator<PartnerCenterAccount> below(String path) {
        return account -> with(account, URI.create(account.baseUrl() + path), account.tokenVersion(), "", null);
    }

    static UnaryOperator<PartnerCenterAccount> at(URI baseUrl) {
        return account -> with(account, baseUrl, account.tokenVersion(), "", null);
    }

    private static PartnerCenterAccount with(
            PartnerCenterAccount account,
            URI baseUrl,
            TokenVersion version,
            String refreshToken,
            @Nullable Currency currency) {
        return new PartnerCenterAccount(
                account.name(),
                account.cloud(),
                account.tenant(),
                account.clientId(),
                account.clientSecret(),
                Optional.of(refreshToken).filter(token -> !token.isEmpty()),
                baseUrl,
                account.authority(),
                version,
                Optional.ofNullable(currency));
    }

    Reading<SpendingLimit> read() {
        return partnerCenter.budgets().read(NORDLICHT);
    }

    Answer send(SpendingLimit wanted) {
        return send(wanted, SendFence.raise(clock, () -> 0L, Duration.ofSeconds(10)));
    }

    Answer send(SpendingLimit wanted, SendFence fence) {
        return partnerCenter.budgets().send(new Order(NORDLICHT, wanted, REQUEST, CORRELATION), fence);
    }

    @Override
    public void close() {
        partnerCenter.close();
        api.close();
        authority.close();
    }
}
