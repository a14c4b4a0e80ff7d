package dev.purser.partnercenter;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Budgets;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.SendFence;
import dev.purser.partnercenter.HttpOutcome.Answered;
import dev.purser.partnercenter.HttpOutcome.HeldBack;
import dev.purser.partnercenter.HttpOutcome.NoAnswer;
import dev.purser.partnercenter.HttpOutcome.NotSent;
import dev.purser.partnercenter.TokenOutcome.Granted;
import dev.purser.partnercenter.TokenOutcome.Refused;
import dev.purser.partnercenter.TokenOutcome.Throttled;
import dev.purser.partnercenter.TokenOutcome.Unavailable;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** {@link Budgets} over {@code /v1/customers/{tenant}/usagebudget}, as the application alone. */
public final class PartnerCenterBudgets implements Budgets {

    private final Connections connections;

    PartnerCenterBudgets(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Reading<SpendingLimit> read(CustomerId customer) {
        return connections.ask(
                customer.account(),
                connection -> connection.get(Question.aboutOne(
                        address(connection, customer),
                        Credential.APPLICATION,
                        body -> Json.read(body, SpendingBudgetJson.class).limit())));
    }

    @Override
    public Answer send(Order order, SendFence fence) {
        var account = order.customer().account();
        return connections
                .find(account)
                .map(connection -> send(connection, order, fence))
                .orElseGet(() -> new Answer.NeverSent(Connections.notSetUp(account)));
    }

    private static Answer send(Connection connection, Order order, SendFence fence) {
        var tokens = connection.tokens(Credential.APPLICATION);
        return switch (tokens.get(order.correlation())) {
            case Granted(var token) -> send(connection, order, fence, token);
            case Refused(var refusal) -> new Answer.CredentialsRefused(refusal);
            case Throttled(var pause) -> new Answer.Throttled(pause, order.correlation());
            case Unavailable(var trouble) -> new Answer.NeverSent(trouble);
        };
    }

    private static Answer send(Connection connection, Order order, SendFence fence, Token token) {
        var headers = ApiHeaders.of(token, order.request(), order.correlation());
        headers.put("Content-Type", "application/json; charset=utf-8");
        var call = new HttpCall(
                HttpMethod.PATCH,
                address(connection, order.customer()),
                headers,
                Optional.of(SpendingBudgetJson.request(order.wanted())),
                HttpCall.ONE_RESOURCE);
        return switch (connection.calls().make(call, fence::permitsSending)) {
            case Answered answer -> answer(connection, order, token, answer);
            case NotSent(var trouble) -> new Answer.NeverSent(trouble);
            case HeldBack _ -> new Answer.TooLate();
            case NoAnswer(var trouble) -> new Answer.Lost(trouble, order.correlation());
        };
    }

    private static Answer answer(Connection connection, Order order, Token token, Answered answer) {
        var correlation = order.correlation();
        if (answer.succeeded()) {
            return shown(answer, correlation);
        }
        return switch (answer.status()) {
            case 400, 403, 404 -> new Answer.Rejected(Fault.of(answer).refusal(correlation));
            case 401 -> {
                connection.tokens(Credential.APPLICATION).discard(token);
                yield new Answer.Unauthorized(Fault.of(answer).refusal(correlation));
            }
            case 429 -> new Answer.Throttled(connection.pauses().askedFor(answer), correlation);
            default -> new Answer.Lost(Fault.of(answer).trouble(), correlation);
        };
    }

    private static Answer shown(Answered answer, UUID correlation) {
        try {
            var limit = Json.read(answer.body(), SpendingBudgetJson.class).limit();
            return new Answer.Shown(limit, answer.status(), correlation);
        } catch (UnreadableAnswer unreadable) {
            return new Answer.Lost(unreadable.trouble(answer.status()), correlation);
        }
    }

    private static URI address(Connection connection, CustomerId customer) {
        return connection.address().of("/customers/" + customer.tenant() + "/usagebudget");
    }
}
