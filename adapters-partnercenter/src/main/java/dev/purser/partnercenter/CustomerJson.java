package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.Relationships.Customer;
import dev.purser.domain.partnercenter.Relationships.Relationship;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code Customer}.
 *
 * @param relationshipToPartner {@code none}, {@code reseller}, {@code advisor} and others
 * @param allowDelegatedAccess only where one customer is asked for, never in a list
 */
record CustomerJson(
        @Nullable String id,
        @Nullable CompanyProfileJson companyProfile,
        @Nullable String relationshipToPartner,
        @Nullable Boolean allowDelegatedAccess) {

    /** @param domain the customer's default domain */
    record CompanyProfileJson(
            @Nullable String tenantId,
            @Nullable String companyName,
            @Nullable String domain) {}

    private static final CompanyProfileJson NO_PROFILE = new CompanyProfileJson(null, null, null);

    Customer customer() throws UnreadableAnswer {
        return new Customer(tenant(), name(), domain());
    }

    Relationship relationship() throws UnreadableAnswer {
        return new Relationship(customer(), Texts.in(relationshipToPartner), Optional.ofNullable(allowDelegatedAccess));
    }

    private CompanyProfileJson profile() {
        return companyProfile == null ? NO_PROFILE : companyProfile;
    }

    /** @throws UnreadableAnswer if the customer has none */
    private UUID tenant() throws UnreadableAnswer {
        return Guids.in(id)
                .or(() -> Guids.in(profile().tenantId()))
                .orElseThrow(() -> new UnreadableAnswer("a customer without a tenant id"));
    }

    /** The company's name, to the letter; where Microsoft names none, its domain, else its tenant id. */
    private String name() throws UnreadableAnswer {
        return text(profile().companyName()).or(() -> text(profile().domain())).orElse(tenant().toString());
    }

    /** Empty text if Microsoft names none. */
    private String domain() {
        return text(profile().domain()).orElse("");
    }

    private static Optional<String> text(@Nullable String told) {
        return Optional.ofNullable(told).filter(text -> !text.isBlank());
    }
}
