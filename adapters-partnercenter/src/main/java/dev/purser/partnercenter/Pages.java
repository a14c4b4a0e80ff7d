package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Relationships.Continuation;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * A list that comes in pages.
 *
 * @param first path and query of the first page, without the version
 */
record Pages(String first, Credential credential) {

    /** Makes sense of one page, of which it is already known where the next one is. */
    interface Reader<T> {
        T read(PageJson page, Optional<Continuation> next) throws UnreadableAnswer;
    }

    /** @param after where the page before ended; empty for the first page */
    <T> Reading<T> page(Connection connection, Optional<Continuation> after, Reader<T> reader) {
        try {
            return connection.get(new Question<>(
                    address(connection, after),
                    after.map(Continuation::token).filter(token -> !token.isEmpty()),
                    credential,
                    Question.Extent.ONE_PAGE,
                    body -> {
                        var page = Json.read(body, PageJson.class);
                        return reader.read(page, next(connection, page, after));
                    }));
        } catch (UnreadableAnswer unreadable) {
            // Nothing was asked, so no id was sent; the reading needs one all the same.
            return new Reading.Unavailable<>(unreadable.trouble(), UUID.randomUUID());
        }
    }

    private URI address(Connection connection, Optional<Continuation> after) throws UnreadableAnswer {
        return after.isEmpty() ? connection.address().of(first) : checked(connection, after.get());
    }

    private static Optional<Continuation> next(Connection connection, PageJson page, Optional<Continuation> after)
            throws UnreadableAnswer {
        var link = page.nextLink();
        if (link.isEmpty()) {
            return Optional.empty();
        }
        var next = new Continuation(link.get(), page.nextToken());
        checked(connection, next);
        if (after.filter(next::equals).isPresent()) {
            throw new UnreadableAnswer("a page that is followed by itself");
        }
        return Optional.of(next);
    }

    /** Checked when it is handed out, so that a bad link is told at once, and when it comes back, from wherever it was kept. */
    private static URI checked(Connection connection, Continuation continuation) throws UnreadableAnswer {
        if (!continuation.token().isEmpty() && !ApiHeaders.mayCarry(continuation.token())) {
            throw new UnreadableAnswer("a continuation token that no header can carry");
        }
        return connection.address().linked(continuation.link());
    }
}
