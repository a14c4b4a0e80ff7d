package dev.purser.web.connect;

import dev.purser.domain.partnercenter.RefreshTokens;
import dev.purser.domain.partnercenter.RefreshTokens.Connected;
import dev.purser.domain.partnercenter.RefreshTokens.SecondFactor;
import dev.purser.domain.partnercenter.SignInProblem;
import dev.purser.domain.portfolio.People;
import dev.purser.partnercenter.Consent;
import dev.purser.partnercenter.Consent.Outcome;
import dev.purser.partnercenter.PartnerCenter;
import dev.purser.partnercenter.PartnerCenterAccount;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Walks an administrator through the consent, in the terminal. */
public final class ConnectAccount {

    /** The status with which the command ends. */
    public enum Exit {
        CONNECTED(0),
        /** Microsoft or the person said no, or what came back is of no use. */
        NOT_CONNECTED(1),
        /** The database cannot be reached. */
        NO_DATABASE(3),
        /** Nobody came back, or the command was ended. */
        NOBODY_CAME(4),
        /** The command line cannot be carried out. */
        USAGE(64);

        private final int status;

        Exit(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private static final Logger LOG = Logger.getLogger(ConnectAccount.class);

    /** Somebody who has to find the right user, the phone and the terminal again. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PartnerCenter partnerCenter;
    private final RefreshTokens refreshTokens;
    private final People people;
    private final InstantSource clock;
    private final ConnectWords words;
    private final PrintStream terminal;
    /** Empty where the command is to end. */
    private final BlockingQueue<Optional<Arrival>> arrivals = new LinkedBlockingQueue<>();

    ConnectAccount(
            PartnerCenter partnerCenter,
            RefreshTokens refreshTokens,
            People people,
            InstantSource clock,
            ConnectWords words,
            PrintStream terminal) {
        this.partnerCenter = partnerCenter;
        this.refreshTokens = refreshTokens;
        this.people = people;
        this.clock = clock;
        this.words = words;
        this.terminal = terminal;
    }

    /** How it came out, and what the person is told, in the browser or where they have pasted. */
    private record Told(Optional<Exit> exit, String sentence) {}

    /**
     * Connects the account, or says why not.
     *
     * @param keyboard where an address may be pasted; may be at its end
     */
    Exit connect(PartnerCenterAccount account, int port, Reader keyboard, Duration patience) {
        var name = account.name().shown();
        try {
            // Before anybody has signed in for nothing.
            refreshTokens.has(account.registration());
        } catch (RuntimeException unreachable) {
            terminal.println(words.noDatabase(reason(unreachable)));
            LOG.debug("The database cannot be reached", unreachable);
            return Exit.NO_DATABASE;
        }
        try (var loopback = new Loopback(port, words.title(name), arrivals)) {
            var consent = partnerCenter.consent(account.name(), loopback.redirect());
            explain(account, consent.address(), loopback.redirect(), patience);
            Thread.ofPlatform().daemon().name("pasted-address").start(() -> readPasted(keyboard, loopback.redirect()));
            return await(account, consent, loopback.redirect(), patience);
        } catch (IOException inUse) {
            terminal.println(words.portInUse(port));
            LOG.debug("The port cannot be listened on", inUse);
            return Exit.USAGE;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ended();
        }
    }

    /** Whoever waits stops waiting. */
    void end() {
        arrivals.add(Optional.empty());
    }

    private Exit ended() {
        terminal.println(words.ended());
        return Exit.NOBODY_CAME;
    }

    private static String reason(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    private void explain(PartnerCenterAccount account, URI address, URI redirect, Duration patience) {
        terminal.println(words.connecting(account.name().shown()));
        terminal.println(words.register(account.clientId(), redirect.toString()));
        terminal.println();
        terminal.println(words.open());
        terminal.println();
        terminal.println("    " + address);
        terminal.println();
        terminal.println(words.elsewhere(redirect.toString()));
        terminal.println(words.waiting(patience.toMinutes()));
        terminal.flush();
    }

    private void readPasted(Reader keyboard, URI redirect) {
        try (var lines = new BufferedReader(keyboard)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var pasted = line.strip();
                if (pasted.startsWith(redirect.toString()) && pasted.contains("state=")) {
                    var query = pasted.substring(pasted.indexOf('?') + 1);
                    arrivals.add(Optional.of(new Arrival(Arrival.query(query), _ -> {})));
                } else if (!pasted.isEmpty()) {
                    terminal.println(words.notPasted(redirect.toString()));
                }
            }
        } catch (IOException closed) {
            LOG.debug("Nothing can be pasted any more", closed);
        }
    }

    private Exit await(PartnerCenterAccount account, Consent consent, URI redirect, Duration patience)
            throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        for (var next = next(end); next != null; next = next(end)) {
            if (next.isEmpty()) {
                return ended();
            }
            var told = told(account, consent, redirect, next.get().query());
            next.get().reply().accept(told.sentence());
            if (told.exit().isPresent()) {
                return told.exit().get();
            }
        }
        terminal.println(words.timedOut(patience.toMinutes()));
        return Exit.NOBODY_CAME;
    }

    /** Null when the time is over. */
    private @Nullable Optional<Arrival> next(long end) throws InterruptedException {
        return arrivals.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private Told told(PartnerCenterAccount account, Consent consent, URI redirect, Map<String, String> query) {
        return switch (consent.complete(query)) {
            case Outcome.NotOurs _ -> {
                terminal.println(words.notOurs());
                yield new Told(Optional.empty(), words.notOurs());
            }
            case Outcome.Given given -> keep(account, given);
            case Outcome.Declined(var code, var said) ->
                SignInProblem.in(said)
                        .filter(problem -> problem != SignInProblem.NOT_CONSENTED)
                        .map(problem -> no(refused(account, redirect, said, code)))
                        .orElseGet(() -> no(
                                code.equals("access_denied")
                                        ? words.declined()
                                        : refused(account, redirect, said, code)));
            case Outcome.CodeRefused(var refusal) ->
                no(refused(account, redirect, refusal.words(), refusal.code().orElse("" + refusal.status())));
            case Outcome.ToWait(var pause) -> no(words.toWait(pause.toSeconds()));
            case Outcome.NoTokens(var trouble) -> no(words.noTokens(trouble.detail()));
            case Outcome.OtherTenant(var tenant) ->
                no(words.otherTenant(tenant, account.name().shown(), account.tenant()));
            case Outcome.NoRefreshToken _ -> no(words.noRefreshToken());
            case Outcome.OtherAudience(var audience) -> no(words.otherAudience(audience));
        };
    }

    private Told no(String sentence) {
        terminal.println(sentence);
        return new Told(Optional.of(Exit.NOT_CONNECTED), sentence);
    }

    private String refused(PartnerCenterAccount account, URI redirect, String said, String code) {
        var sentence = words.refused(said, code);
        var variable = "PURSER_ACCOUNTS_"
                + account.name().value().toUpperCase(Locale.ROOT).replace('-', '_') + "_CLIENT_SECRET";
        return SignInProblem.in(said)
                .map(problem -> sentence + " " + words.whatToDo(problem, variable, redirect.toString()))
                .orElse(sentence);
    }

    private Told keep(PartnerCenterAccount account, Outcome.Given given) {
        var name = account.name().shown();
        try {
            var who = people.recognise(given.who(), Set.of(), clock.instant());
            refreshTokens.connect(account.registration(), given.refreshToken(), new Connected(who, given.factor()));
        } catch (RuntimeException failed) {
            LOG.debug("It is not known whether the consent was stored", failed);
            terminal.println(words.notStored());
            return new Told(Optional.of(Exit.NO_DATABASE), words.notStored());
        }
        terminal.println(words.connectedHere(name));
        var warning = given.factor() == SecondFactor.NOT_USED ? " " + words.withoutSecondFactor() : "";
        if (!warning.isEmpty()) {
            terminal.println(warning.strip());
        }
        return new Told(Optional.of(Exit.CONNECTED), words.connected(name) + warning);
    }
}
