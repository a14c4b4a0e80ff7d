package dev.purser.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Budgets.Order;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.SendFence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code docs/partner-center.md} shows, as it is written there. */
class ClientInUseTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "partner-center.md");
    private static final Path THIS =
            Path.of("src", "test", "java", "dev", "purser", "partnercenter", "ClientInUseTest.java");
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final WireStage stage = new WireStage();
    private final PartnerCenter partnerCenter = stage.partnerCenter;
    private final CustomerId customer = WireStage.NORDLICHT;
    private final InstantSource clock = InstantSource.system();
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void readsABudget() {
        stage.api.answer(Reply.sample(200, "budget-get-200-unset.json"));

        switch (partnerCenter.budgets().read(customer)) {
            case Reading.Read<SpendingLimit>(var limit, var correlation) -> say("The budget is " + limit);
            case Reading.Refused<SpendingLimit>(var refusal) -> say("Microsoft says no: " + refusal.words());
            case Reading.Throttled<SpendingLimit>(var pause, var correlation) -> say("Ask again in " + pause);
            case Reading.Unavailable<SpendingLimit>(var trouble, var correlation) ->
                say("No answer: " + trouble.detail());
        }

        assertThat(said).containsExactly("The budget is " + SpendingLimit.notSet());
    }

    @Test
    void sendsABudget() {
        stage.api.answer(Reply.sample(403, "error-403-role-plain.txt"));

        var order = new Order(customer, SpendingLimit.of("8250.50"), UUID.randomUUID(), UUID.randomUUID());
        var fence = SendFence.raise(clock, System::nanoTime, Duration.ofSeconds(10));
        switch (partnerCenter.budgets().send(order, fence)) {
            case Answer.Shown(var limit, var status, var correlation) -> say("Microsoft shows " + limit);
            case Answer.Rejected(var refusal) -> say("Certainly not applied: " + refusal.words());
            case Answer.Unauthorized(var refusal) -> say("Not applied; the next attempt takes a new token");
            case Answer.Throttled(var pause, var correlation) -> say("Not applied; not before " + pause);
            case Answer.NeverSent(var trouble) -> say("Nothing was sent: " + trouble.detail());
            case Answer.CredentialsRefused(var refusal) -> say("Nothing was sent: " + refusal.words());
            case Answer.TooLate() -> say("Nothing was sent: the fence had closed");
            case Answer.Lost(var trouble, var correlation) -> say("Nobody knows yet: " + trouble.detail());
        }

        assertThat(said).singleElement().asString().startsWith("Certainly not applied: The supplied role");
    }

    @Test
    void isShownAsItIs() throws IOException {
        var code = withoutBlanks(Files.readString(THIS));
        var examples = EXAMPLE.matcher(Files.readString(DOCUMENT)).results().toList();

        assertThat(examples)
                .hasSize(2)
                .allSatisfy(example -> assertThat(code).contains(withoutBlanks(example.group(1))));
    }

    private void say(String words) {
        said.add(words);
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }
}
