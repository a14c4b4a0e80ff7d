package dev.purser.web.connect;

import dev.purser.domain.partnercenter.RefreshTokens;
import dev.purser.domain.portfolio.People;
import dev.purser.partnercenter.PartnerCenter;
import dev.purser.partnercenter.PartnerCenterAccount;
import dev.purser.web.format.Languages;
import dev.purser.web.language.SpokenLanguages;
import dev.purser.web.settings.Settings;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** The product in the mode in which it serves no pages and does no work but to connect one account. */
@Singleton
@Unremovable
public class ConnectCommand implements QuarkusApplication {

    private final Settings settings;
    private final ConnectAccount connect;

    ConnectCommand(
            Settings settings,
            PartnerCenter partnerCenter,
            RefreshTokens refreshTokens,
            People people,
            InstantSource clock,
            SpokenLanguages languages) {
        this.settings = settings;
        this.connect = new ConnectAccount(partnerCenter, refreshTokens, people, clock, words(languages), System.out);
    }

    /** In the language of the terminal. */
    private static ConnectWords words(SpokenLanguages languages) {
        var language = languages.spoken(Locale.getDefault()).orElse(Languages.ENGLISH);
        return Languages.words(ConnectWords.class, language);
    }

    @Override
    @ActivateRequestContext
    public int run(String... arguments) {
        var names = settings.accounts().stream().map(PartnerCenterAccount::name).toList();
        var request = ConnectRequest.of(List.of(arguments), names);
        var account = settings.accounts().stream()
                .filter(one -> one.name().equals(request.account()))
                .findFirst()
                .orElseThrow();
        // A signal ends the process only when this method has: it must not wait for somebody to come any more.
        Runtime.getRuntime().addShutdownHook(new Thread(connect::end));
        var keyboard = new InputStreamReader(System.in, Charset.defaultCharset());
        return connect.connect(account, request.port(), keyboard, ConnectAccount.PATIENCE)
                .status();
    }
}
