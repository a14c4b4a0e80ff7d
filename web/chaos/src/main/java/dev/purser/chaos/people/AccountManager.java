package dev.purser.chaos.people;

import dev.purser.chaos.stage.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** An account manager who looks after one customer, through the pages that everybody uses. */
public final class AccountManager {

    private static final Duration LOOKING = Duration.ofSeconds(2);
    private static final int NOT_MODIFIED = 304;
    private static final String REMOVAL = "removal";
    private static final Executor AT_ONCE = Executors.newVirtualThreadPerTaskExecutor();

    private final Browser browser;
    private final Accepted accepted;
    private final String kind;
    private final UUID customer;
    private final RandomGenerator random;

    /** @param kind of fault that the customer meets */
    public AccountManager(Browser browser, Accepted accepted, String kind, UUID customer, RandomGenerator random) {
        this.browser = browser;
        this.accepted = accepted;
        this.kind = kind;
        this.customer = customer;
        this.random = random;
    }

    /** What is asked for. */
    public enum Wish {
        ANOTHER_AMOUNT,
        NO_BUDGET
    }

    /** How the form is sent. */
    public enum Manner {
        ONCE,
        /** At both nodes at the same moment. */
        TWICE_AT_ONCE
    }

    /** What one asked for, and what became of the asking. */
    public record Asked(Optional<BigDecimal> seen, Optional<UUID> change) {}

    private String page() {
        return "/customers/" + Stage.ACCOUNT + "/" + customer;
    }

    /** The customer's form as it stands now, filled in; empty where the page shows none. */
    public Optional<Map<String, String>> openForm() {
        var form = browser.get(kind, page()).hidden();
        if (!form.containsKey("change") || !form.containsKey("seen")) {
            return Optional.empty();
        }
        form.put("reason", "Correction");
        form.put("ticket", "");
        return Optional.of(form);
    }

    /** The budget that a form showed. */
    public static Optional<BigDecimal> seen(Map<String, String> form) {
        return Optional.ofNullable(form.get("seen"))
                .filter(text -> text.matches("[0-9.]+"))
                .map(BigDecimal::new);
    }

    /** Sends the form, through the review where there is one. */
    public Asked send(Map<String, String> form, Wish wish, Manner manner) {
        var seen = seen(form);
        return switch (wish) {
            case NO_BUDGET -> {
                var filled = with(form, "amount", "");
                filled.put("wanted", REMOVAL);
                yield new Asked(seen, sent(filled, page() + "/changes/review", manner));
            }
            case ANOTHER_AMOUNT ->
                new Asked(seen, sent(with(form, "amount", another(seen)), page() + "/changes", manner));
        };
    }

    /** Takes a change back where its receipt offers that, and else asks for what was there before. */
    public void putBack(Asked asked) {
        var change = asked.change().orElseThrow();
        var receipt = browser.get(kind, "/changes/" + change);
        var undo = receipt.form("/changes/" + change + "/undo");
        if (undo.isPresent()) {
            var form = receipt.hidden();
            form.put("reason", "Taken back");
            form.put("ticket", "");
            sent(form, undo.get(), Manner.ONCE);
        } else if (asked.seen().isPresent()) {
            var amount = asked.seen().get().toPlainString();
            openForm().ifPresent(form -> sent(with(form, "amount", amount), page() + "/changes", Manner.ONCE));
        }
    }

    private static LinkedHashMap<String, String> with(Map<String, String> form, String field, String value) {
        var copy = new LinkedHashMap<>(form);
        copy.put(field, value);
        return copy;
    }

    /** Up to half as much more, which no policy holds up; in whole units, which every currency has. */
    private String another(Optional<BigDecimal> seen) {
        var least = seen.orElse(BigDecimal.valueOf(1_000)).setScale(0, RoundingMode.UP);
        var share = BigDecimal.valueOf(1 + random.nextInt(50)).movePointLeft(2);
        return least.add(BigDecimal.ONE)
                .add(least.multiply(share).setScale(0, RoundingMode.DOWN))
                .toPlainString();
    }

    private Optional<UUID> sent(Map<String, String> form, String path, Manner manner) {
        var answer = answered(form, path, manner);
        var reviewed = answer.status() == 200 ? answer.form("consent") : Optional.<String>empty();
        if (reviewed.isPresent()) {
            answer = answered(answer.hidden(), reviewed.get(), manner);
        }
        var receipt = answer.location().filter(to -> to.startsWith("/changes/"));
        if (answer.status() != 303 || receipt.isEmpty()) {
            return Optional.empty();
        }
        var change = UUID.fromString(receipt.get().substring("/changes/".length()));
        accepted.add(new Accepted.Form(change, customer));
        return Optional.of(change);
    }

    private Page answered(Map<String, String> form, String path, Manner manner) {
        return switch (manner) {
            case ONCE -> browser.post(kind, path, form);
            case TWICE_AT_ONCE -> {
                var other = CompletableFuture.supplyAsync(() -> browser.post(kind, path, form, 1), AT_ONCE);
                var one = browser.post(kind, path, form, 0);
                var second = other.join();
                if (one.status() == 303
                        && second.status() == 303
                        && !one.location().equals(second.location())) {
                    throw new IllegalStateException(
                            "One form has two receipts: " + one.location() + " and " + second.location());
                }
                yield one.status() == 303 ? one : second;
            }
        };
    }

    /** Looks at the receipt, as it follows its change by itself, until the change has ended, and answers whether it has in this time. */
    public boolean follow(UUID change, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        var receipt = "/changes/" + change;
        var shown = browser.get(kind, receipt);
        while (shown.follows()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOKING.toNanos());
            var now = browser.look(kind, receipt, shown.version().orElseThrow());
            shown = now.status() == NOT_MODIFIED ? shown : now;
        }
        return true;
    }

    /** Has the budget read from Microsoft now. */
    public void readAgain() {
        var form = browser.get(kind, page()).hidden();
        Optional.ofNullable(form.get("csrf-token"))
                .ifPresent(token -> browser.post(kind, page() + "/readings", Map.of("csrf-token", token)));
    }

    /** Looks around. */
    public void browse() {
        browser.get(kind, "/customers");
        browser.get(kind, "/customers?needs=not-read-lately");
        browser.get(kind, "/history");
        browser.get(kind, "/status");
        browser.get(kind, page());
    }
}
