package dev.purser.web;

import dev.purser.domain.activity.ActivityRecords;
import dev.purser.domain.change.OpenChanges;
import dev.purser.domain.change.OpenChanges.UnderWay;
import dev.purser.domain.customer.Accounts;
import dev.purser.domain.customer.Accounts.AccountState;
import dev.purser.domain.history.Database;
import dev.purser.domain.partnercenter.RefreshTokens;
import dev.purser.domain.portfolio.Reader;
import dev.purser.partnercenter.PartnerCenterAccount;
import dev.purser.web.format.DisplayTime;
import dev.purser.web.format.Figures;
import dev.purser.web.format.Outcome;
import dev.purser.web.language.ReaderLanguage;
import dev.purser.web.settings.Settings;
import dev.purser.web.status.AccountLine;
import dev.purser.web.status.StatusWords;
import dev.purser.web.status.Trouble;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How Purser is: its accounts, the work under way, this installation. */
@Path("/status")
@RolesAllowed({"account-manager", "auditor", "administrator"})
public class StatusPage {

    private static final int LISTED = 20;

    private final Accounts accounts;
    private final ActivityRecords records;
    private final OpenChanges openChanges;
    private final Database database;
    private final RefreshTokens refreshTokens;
    private final Settings settings;
    private final SignedInActor signedIn;
    private final DisplayTime time;
    private final ReaderLanguage language;
    private final String version;

    StatusPage(
            Accounts accounts,
            ActivityRecords records,
            OpenChanges openChanges,
            Database database,
            RefreshTokens refreshTokens,
            Settings settings,
            SignedInActor signedIn,
            DisplayTime time,
            ReaderLanguage language,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.accounts = accounts;
        this.records = records;
        this.openChanges = openChanges;
        this.database = database;
        this.refreshTokens = refreshTokens;
        this.settings = settings;
        this.signedIn = signedIn;
        this.time = time;
        this.language = language;
        this.version = version;
    }

    /** The page. */
    record Now(
            Instant asOf,
            List<Trouble> troubles,
            List<AccountLine> accounts,
            UnderWay work,
            List<OpenLine> open,
            Database.Condition database,
            String answered,
            String version)
            implements TemplateInstance {}

    /** A change that is open. */
    record OpenLine(OpenChanges.Open change, Outcome outcome) {}

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        var reader = signedIn.actor().reader();
        var lines = lines(reader);
        var work = openChanges.underWay(reader, LISTED);
        var condition = database.condition();
        return new Now(
                time.now(),
                Trouble.of(language.words(StatusWords.class), lines, condition.guard()),
                lines,
                work,
                work.longest().stream()
                        .map(open -> new OpenLine(open, Outcome.of(open.state())))
                        .toList(),
                condition,
                Figures.about(time, language.locale(), time.now()).milliseconds(condition.answered()),
                version);
    }

    /** What is set up and was never read has no customers yet, and so can be shown only to who sees all of them. */
    private List<AccountLine> lines(Reader reader) {
        var read = accounts.all(reader);
        return switch (reader.customers()) {
            case Reader.Customers.All all -> lines(read, settings.accounts());
            case Reader.Customers.NamesOnly namesOnly -> lines(read, settings.accounts());
            case Reader.Customers.PortfolioOf portfolio -> lines(read, of(read));
            case Reader.Customers.None none -> List.of();
        };
    }

    private List<AccountLine> lines(List<AccountState> read, List<PartnerCenterAccount> setUp) {
        return AccountLine.of(read, setUp, account -> refreshTokens.has(account.registration()), records::progress);
    }

    private List<PartnerCenterAccount> of(List<AccountState> read) {
        var names = read.stream().map(AccountState::account).toList();
        return settings.accounts().stream()
                .filter(account -> names.contains(account.name()))
                .toList();
    }
}
