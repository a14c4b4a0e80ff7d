package dev.purser.partnercenter;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code Customer}, as a list shows it. */
record CustomerJson(@Nullable String id, @Nullable CompanyProfileJson companyProfile) {

    /** @param domain the customer's default domain */
    record CompanyProfileJson(
            @Nullable String tenantId,
            @Nullable String companyName,
            @Nullable String domain) {}

    private static final CompanyProfileJson NO_PROFILE = new CompanyProfileJson(null, null, null);

    CompanyProfileJson profile() {
        return companyProfile == null ? NO_PROFILE : companyProfile;
    }

    /** @throws UnreadableAnswer if the customer has none */
    UUID tenant() throws UnreadableAnswer {
        return Guids.in(id)
                .or(() -> Guids.in(profile().tenantId()))
                .orElseThrow(() -> new UnreadableAnswer("a customer without a tenant id"));
    }

    /** The company's name, to the letter; where Microsoft names none, its domain, else its tenant id. */
    String name() throws UnreadableAnswer {
        return text(profile().companyName()).or(() -> text(profile().domain())).orElse(tenant().toString());
    }

    /** Empty text if Microsoft names none. */
    String domain() {
        return text(profile().domain()).orElse("");
    }

    private static Optional<String> text(@Nullable String told) {
        return Optional.ofNullable(told).filter(text -> !text.isBlank());
    }
}
