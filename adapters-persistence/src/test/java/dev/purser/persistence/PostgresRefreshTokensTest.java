package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.history.Stream;
import dev.purser.domain.partnercenter.RefreshTokens;
import dev.purser.domain.partnercenter.RefreshTokens.Connected;
import dev.purser.domain.partnercenter.RefreshTokens.Kept;
import dev.purser.domain.partnercenter.RefreshTokens.Registration;
import dev.purser.domain.partnercenter.RefreshTokens.SecondFactor;
import dev.purser.domain.partnercenter.RefreshTokens.Turn;
import dev.purser.domain.partnercenter.RefreshTokensContract;
import dev.purser.domain.portfolio.PersonId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class PostgresRefreshTokensTest extends RefreshTokensContract {

    private static final Connected NOBODY = new Connected(Optional.empty(), SecondFactor.NOT_TOLD);

    @Inject
    RefreshTokens tokens;

    @Inject
    Session entities;

    @Inject
    EntryLog history;

    @Inject
    Installation installation;

    @Override
    protected RefreshTokens tokens() {
        return tokens;
    }

    @Override
    protected void passes(Duration time) {
        installation.passes(time);
    }

    @Override
    protected PersonId person(String name) {
        return installation.person(name);
    }

    @Override
    protected List<Map<String, String>> entries(Stream stream) {
        return installation.entries(stream.key());
    }

    private static Registration registration(Optional<String> setting) {
        return new Registration(Installation.newAccount(), "contoso.example", "application", setting);
    }

    @Test
    void storesNothingThatCanBeRead() {
        var registration = registration(Optional.of("a-secret-of-the-settings"));
        var turn = (Turn.Yours) tokens.take(registration);
        assertThat(tokens.keep(turn, "a-secret-successor")).isEqualTo(Kept.AS_NEWEST);
        tokens.connect(registration, "a-secret-consent", NOBODY);

        var stored = installation
                .rows("select *, encode(coalesce(token, ''), 'escape') from refresh_token where account = '"
                        + registration.account() + "'")
                .toString();

        assertThat(stored)
                .contains("hmac-sha256:", "connected")
                .doesNotContain("secret")
                .doesNotContain(HexFormat.of().formatHex("secret".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void countsWhatWasStoredWithAnotherSecretAsNone() {
        var registration = registration(Optional.empty());
        tokens.connect(registration, "connected", NOBODY);
        var otherKey = new byte[32];
        otherKey[0] = 1;
        var elsewhere = new Elsewhere(new PostgresRefreshTokens(entities, new Vault(otherKey), history));

        assertThat(elsewhere.has(registration)).isFalse();
        assertThat(elsewhere.take(registration)).isEqualTo(new Turn.None());
    }

    @Test
    void beginsAnewWithTheSettingUnderAnotherSecret() {
        var registration = registration(Optional.of("setting"));
        tokens.keep((Turn.Yours) tokens.take(registration), "second");
        var otherKey = new byte[32];
        otherKey[0] = 1;
        var elsewhere = new Elsewhere(new PostgresRefreshTokens(entities, new Vault(otherKey), history));

        assertThat(elsewhere.take(registration))
                .isInstanceOfSatisfying(
                        Turn.Yours.class, turn -> assertThat(turn.token()).isEqualTo("setting"));
    }

    @Test
    void refusesATokenThatWasMovedToAnotherAccount() {
        var mine = registration(Optional.empty());
        var theirs = registration(Optional.empty());
        tokens.connect(mine, "connected", NOBODY);
        installation.execute("""
                insert into refresh_token (account, tenant, application, origin, token, version)
                select '%s', tenant, application, origin, token, version from refresh_token where account = '%s'""".formatted(theirs.account(), mine.account()));

        assertThat(tokens.has(theirs)).isFalse();
        assertThat(tokens.take(theirs)).isEqualTo(new Turn.None());
    }

    /** A node with other settings, each of whose calls is a transaction too. */
    private record Elsewhere(PostgresRefreshTokens tokens) {

        boolean has(Registration registration) {
            return QuarkusTransaction.requiringNew().call(() -> tokens.has(registration));
        }

        Turn take(Registration registration) {
            return QuarkusTransaction.requiringNew().call(() -> tokens.take(registration));
        }
    }
}
