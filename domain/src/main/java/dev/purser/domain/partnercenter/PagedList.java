package dev.purser.domain.partnercenter;

import dev.purser.domain.partnercenter.Relationships.Continuation;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A list that Microsoft tells page by page.
 *
 * @param ask for the page that follows, or for the first one
 * @param next where a page says that the list goes on; empty after the last page
 */
public record PagedList<P>(Function<Optional<Continuation>, Reading<P>> ask, Function<P, Optional<Continuation>> next) {

    /** Of 500 customers each: more than any partner has. */
    static final int MOST_PAGES = 2_000;

    /** How reading a list ended. */
    public sealed interface End {

        /** Every page was read. */
        record Whole() implements End {}

        /** A page could not be read, so that what follows it is not known. */
        record Failed(Reading<?> reading) implements End {}

        /**
         * A page leads back to one that was read, or the list goes on beyond {@value #MOST_PAGES} pages: it may hide others,
         * and nothing follows from what is not on it.
         */
        record Endless() implements End {

            /** In words for operators. */
            public static final String WORDS =
                    "the list leads back to a page already read, or goes on beyond " + MOST_PAGES + " pages";
        }
    }

    /** @param page gets each page as soon as it is read */
    public End read(Consumer<P> page) {
        var after = Optional.<Continuation>empty();
        var followed = new HashSet<Continuation>();
        do {
            switch (ask.apply(after)) {
                case Reading.Read<P>(var read, var correlation) -> {
                    page.accept(read);
                    after = next.apply(read);
                }
                case Reading<P> failed -> {
                    return new End.Failed(failed);
                }
            }
        } while (after.isPresent() && followed.size() < MOST_PAGES && followed.add(after.get()));
        return after.isEmpty() ? new End.Whole() : new End.Endless();
    }
}
