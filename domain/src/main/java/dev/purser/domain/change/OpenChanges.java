package dev.purser.domain.change;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.portfolio.Reader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The changes that have no outcome yet, for the status page. */
public interface OpenChanges {

    /**
     * @param atMost how many of them are listed; all are counted
     * @return the counts of what the reader may see, of everything for who sees the names of all customers; listed are
     *     only changes that the reader may see
     */
    UnderWay underWay(Reader reader, int atMost);

    /**
     * @param unknown changes of which it is not known whether they were applied
     * @param waiting changes that were accepted and have yet to be sent, or whose answer is awaited
     * @param longest those that are open for the longest time, the unknown ones first
     */
    record UnderWay(long unknown, long waiting, List<Open> longest) {
        public UnderWay {
            longest = List.copyOf(longest);
        }
    }

    /** @param customerName the name that the customer had when the change was asked for */
    record Open(UUID change, CustomerId customer, String customerName, Instant askedAt, ChangeState.Open state) {}
}
