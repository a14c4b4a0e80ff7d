package dev.purser.web;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.portfolio.Role;
import dev.purser.domain.rights.Holder;
import dev.purser.domain.rights.Holder.Standing;
import dev.purser.domain.rights.Match.Holding;
import dev.purser.domain.rights.Sharing;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What pages show of somebody who may hold customers. */
@TemplateExtension
final class HolderShown {

    private HolderShown() {}

    static Optional<Instant> signedInAt(Holder holder) {
        return holder.standing() instanceof Standing.SignedIn(var at, var roles) ? Optional.of(at) : Optional.empty();
    }

    /** Those they came with last; none where they were not noted, too. */
    static List<Role> knownRoles(Holder holder) {
        return holder.standing() instanceof Standing.SignedIn(var at, var roles)
                ? roles.stream().flatMap(known -> known.stream()).sorted().toList()
                : List.of();
    }

    static boolean rolesNoted(Holder holder) {
        return holder.standing() instanceof Standing.SignedIn(var at, var roles) && roles.isPresent();
    }

    static boolean invited(Holder holder) {
        return holder.standing() instanceof Standing.Invited;
    }

    static Optional<Instant> invitedAt(Holder holder) {
        return holder.standing() instanceof Standing.Invited(var by, var at) ? at : Optional.empty();
    }

    static boolean erased(Holder holder) {
        return holder.standing() instanceof Standing.Erased;
    }

    /** Whether it is an account manager to whom nothing was granted. */
    static boolean seesNone(Holder holder) {
        return holder.customers() == 0 && knownRoles(holder).contains(Role.ACCOUNT_MANAGER);
    }

    /** As it stands in the address. */
    static String written(Holding holding) {
        return PortfolioFilter.written(holding);
    }

    /** As a form sends it. */
    static String written(CustomerId customer) {
        return customer.account() + "/" + customer.tenant();
    }

    static boolean grants(Sharing sharing) {
        return sharing == Sharing.GRANT;
    }
}
