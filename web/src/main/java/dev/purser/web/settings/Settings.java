package dev.purser.web.settings;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BudgetPolicy;
import dev.purser.domain.change.Timing;
import dev.purser.domain.portfolio.Portfolios;
import dev.purser.partnercenter.Cloud;
import dev.purser.partnercenter.PartnerCenterAccount;
import dev.purser.partnercenter.TokenVersion;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * All settings of Purser's own; those that begin with {@code QUARKUS_} are the framework's, and only checked here.
 *
 * @param signIn the identity provider ({@code QUARKUS_OIDC_AUTH_SERVER_URL})
 * @param home where the data lives ({@code PURSER_HOME})
 * @param secret for cookies, forms and what is stored of people ({@code PURSER_SECRET}); empty: one is kept in the home folder
 * @param publicUrl under which browsers reach the portal ({@code PURSER_PUBLIC_URL})
 * @param timeZone in which times are shown ({@code PURSER_TIME_ZONE})
 */
public record Settings(
        Path home,
        List<PartnerCenterAccount> accounts,
        Optional<ExternalDatabase> database,
        URI signIn,
        String rolesClaim,
        Portfolios portfolios,
        Optional<String> secret,
        Optional<URI> publicUrl,
        ZoneId timeZone,
        Timing timing,
        BudgetPolicy policy,
        Map<String, String> secretsFromFiles) {

    /**
     * Where the operator keeps PostgreSQL; without it Purser brings its own.
     *
     * @param owner of the tables, where it is not the application itself
     */
    public record ExternalDatabase(String jdbcUrl, Optional<String> owner) {}

    private static final Duration LANDING_WINDOW = Duration.ofMinutes(5);
    private static final Duration READ_STALENESS = Duration.ofSeconds(60);
    private static final Duration SEND_FENCE = Duration.ofSeconds(10);
    private static final BigDecimal REVIEW_RISE = BigDecimal.valueOf(100);
    private static final int SHORTEST_SECRET = 32;

    private static final String ACCOUNTS = "PURSER_ACCOUNTS_";
    private static final Pattern ACCOUNT = Pattern.compile(
            ACCOUNTS
                    + "([A-Z0-9][A-Z0-9_]*?)_(CLOUD|TENANT|CLIENT_ID|CLIENT_SECRET(?:_FILE)?|REFRESH_TOKEN(?:_FILE)?|BASE_URL|AUTHORITY|TOKEN_VERSION|CURRENCY)");

    private static final String ISSUER = "QUARKUS_OIDC_AUTH_SERVER_URL";

    /** Microsoft's issuers for people of any organisation, or of none. */
    private static final Pattern ANYBODY = Pattern.compile("/(common|organizations|consumers)(/|$)");

    /** Secrets of the framework's that may stand in files as well. */
    private static final Map<String, String> FRAMEWORK_SECRETS = Map.of(
            "QUARKUS_DATASOURCE_PASSWORD", "quarkus.datasource.password",
            "QUARKUS_FLYWAY_PASSWORD", "quarkus.flyway.password",
            "QUARKUS_OIDC_CREDENTIALS_SECRET", "quarkus.oidc.credentials.secret");

    /**
     * @param variables of the environment, by name
     * @throws BadSettings naming every setting that is missing, malformed or unknown
     */
    public static Settings of(Map<String, String> variables) {
        var read = new Variables(variables);
        var accounts = accounts(read);
        var files = new HashMap<String, String>();
        FRAMEWORK_SECRETS.forEach(
                (variable, property) -> read.secret(variable).ifPresent(secret -> files.put(property, secret)));
        var signIn = signIn(read);
        var settings = new Settings(
                read.as("PURSER_HOME", Path::of, "a folder").orElse(Path.of("data")),
                accounts,
                database(read),
                signIn,
                read.text("PURSER_ROLES_CLAIM").orElse("roles"),
                read.as("PURSER_PORTFOLIOS", Settings::portfolios, "assigned or open")
                        .orElse(Portfolios.ASSIGNED),
                secret(read),
                read.as("PURSER_PUBLIC_URL", Settings::webAddress, "an address such as https://purser.example"),
                read.as("PURSER_TIME_ZONE", ZoneId::of, "a time zone such as Europe/Berlin")
                        .orElse(ZoneId.systemDefault()),
                timing(read),
                new BudgetPolicy(
                        read.as("PURSER_REVIEW_RISE", Settings::percent, "a percentage of zero or more, such as 100")
                                .orElse(REVIEW_RISE)),
                Map.copyOf(files));
        read.complainOfUnknown();
        read.stopIfBad();
        return settings;
    }

    private static List<PartnerCenterAccount> accounts(Variables read) {
        var names = new TreeSet<String>();
        for (var name : read.names()) {
            var account = ACCOUNT.matcher(name);
            if (account.matches()) {
                names.add(account.group(1));
            }
        }
        if (names.isEmpty()) {
            read.complain("PURSER_ACCOUNTS_<NAME>_TENANT, _CLIENT_ID and _CLIENT_SECRET are missing:"
                    + " name at least one Partner Center account");
        }
        return names.stream().flatMap(name -> account(read, name).stream()).toList();
    }

    private static Optional<PartnerCenterAccount> account(Variables read, String name) {
        var prefix = ACCOUNTS + name;
        var cloud = read.as(prefix + "_CLOUD", Cloud::of, "global, us-government, china or germany")
                .orElse(Cloud.GLOBAL);
        var tenant = required(read, prefix + "_TENANT", read::text);
        var clientId = required(read, prefix + "_CLIENT_ID", read::text);
        var clientSecret = required(read, prefix + "_CLIENT_SECRET", read::secret);
        var refreshToken = read.secret(prefix + "_REFRESH_TOKEN");
        var baseUrl = read.as(prefix + "_BASE_URL", Settings::webAddress, "a web address")
                .orElse(cloud.baseUrl());
        var authority = read.as(prefix + "_AUTHORITY", Settings::webAddress, "a web address")
                .orElse(cloud.authority());
        var version = read.as(prefix + "_TOKEN_VERSION", Settings::tokenVersion, "v2 or v1")
                .orElse(TokenVersion.V2);
        var currency = read.as(prefix + "_CURRENCY", Currency::getInstance, "an ISO 4217 code such as EUR");
        if (tenant.isEmpty() || clientId.isEmpty() || clientSecret.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PartnerCenterAccount(
                    new AccountName(name.toLowerCase(Locale.ROOT).replace('_', '-')),
                    cloud,
                    tenant.get(),
                    clientId.get(),
                    clientSecret.get(),
                    refreshToken,
                    baseUrl,
                    authority,
                    version,
                    currency));
        } catch (IllegalArgumentException e) {
            read.complain(prefix + "_…: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<String> required(Variables read, String name, Function<String, Optional<String>> reading) {
        var value = reading.apply(name);
        if (value.isEmpty()) {
            read.complain(name + " is missing");
        }
        return value;
    }

    private static URI signIn(Variables read) {
        required(read, "QUARKUS_OIDC_CLIENT_ID", read::text);
        required(read, "QUARKUS_OIDC_CREDENTIALS_SECRET", read::secret);
        required(read, ISSUER, read::text)
                .filter(issuer -> ANYBODY.matcher(issuer).find())
                .ifPresent(issuer -> read.complain(ISSUER + " is " + issuer
                        + ", where people of every organisation can sign in: name your own tenant instead"));
        return read.as(ISSUER, Settings::webAddress, "the web address of your identity provider")
                .orElse(URI.create("https://missing.invalid"));
    }

    private static Optional<ExternalDatabase> database(Variables read) {
        return read.text("QUARKUS_DATASOURCE_JDBC_URL").map(url -> {
            if (!url.startsWith("jdbc:postgresql:")) {
                read.complain("QUARKUS_DATASOURCE_JDBC_URL must begin with jdbc:postgresql:");
            }
            required(read, "QUARKUS_DATASOURCE_USERNAME", read::text);
            var owner = read.text("QUARKUS_FLYWAY_USERNAME");
            if (owner.isPresent() && read.secret("QUARKUS_FLYWAY_PASSWORD").isEmpty()) {
                read.complain("QUARKUS_FLYWAY_PASSWORD is missing");
            }
            return new ExternalDatabase(url, owner);
        });
    }

    private static Optional<String> secret(Variables read) {
        var secret = read.secret("PURSER_SECRET");
        if (secret.filter(text -> text.length() < SHORTEST_SECRET).isPresent()) {
            read.complain("PURSER_SECRET must have " + SHORTEST_SECRET + " characters or more, chosen at random");
        }
        return secret;
    }

    private static Timing timing(Variables read) {
        var fence = read.duration("PURSER_SEND_FENCE").orElse(SEND_FENCE);
        if (fence.isZero()) {
            read.complain("PURSER_SEND_FENCE is zero, so that nothing could ever be sent");
            fence = SEND_FENCE;
        }
        return new Timing(
                read.duration("PURSER_LANDING_WINDOW").orElse(LANDING_WINDOW),
                read.duration("PURSER_READ_STALENESS").orElse(READ_STALENESS),
                fence);
    }

    private static Portfolios portfolios(String text) {
        return Portfolios.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static BigDecimal percent(String text) {
        var percent = new BigDecimal(text);
        if (percent.signum() < 0) {
            throw new IllegalArgumentException("below zero");
        }
        return percent;
    }

    private static TokenVersion tokenVersion(String text) {
        return TokenVersion.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static URI webAddress(String text) {
        var address = URI.create(text);
        if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException("no web address");
        }
        return address;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Settings[home=" + home + ", accounts=" + accounts + "]";
    }
}
