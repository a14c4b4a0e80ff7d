package dev.purser.domain.usage;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.portfolio.Reader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** The course of a customer's spend. Microsoft tells its latest count alone, so the last one of each day is kept for good. */
public interface SpendByDay {

    /**
     * @return the days of the period of which a count in that currency is kept, first to last; none of a customer whose
     *     amounts the reader may not see
     */
    List<Day> of(Reader reader, CustomerId customer, Period period, Currency currency);

    /**
     * @param day of the count, in UTC
     * @param spend since the period began, by the last count of that day
     */
    record Day(LocalDate day, BigDecimal spend) {}
}
