package dev.purser.web.format;

import dev.purser.domain.budget.Money;
import dev.purser.domain.usage.Period;
import dev.purser.domain.usage.SpendByDay.Day;
import dev.purser.domain.usage.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The course of a period's spend, as it is drawn: all places are percentages from the left and from the top. A day's last
 * count stands at the end of that day. Nothing is drawn of days without a count: a broken line leads over them.
 *
 * @param rows the days of which a count is known, first to last
 * @param spend the line from day to day
 * @param gaps lines over days that are missing
 * @param area what lies below the line
 * @param lone days without a neighbour, which no line shows
 * @param limit the present budget and how high it stands
 * @param scale from the bottom up
 * @param ticks days that are named below, without the first and the last
 */
public record SpendCourse(
        Period period,
        List<Row> rows,
        String spend,
        String gaps,
        String area,
        List<Place> lone,
        Optional<Line> limit,
        List<Line> scale,
        List<Tick> ticks,
        Place last) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** So that the highest value does not touch the upper edge. */
    private static final BigDecimal ROOM = new BigDecimal("1.06");

    /** The height of a line of words, in percent of the smallest drawing. */
    private static final BigDecimal WORDS = BigDecimal.valueOf(14);

    /** From here on, in percent of the drawing, words beside a place have no room to its right. */
    private static final BigDecimal RIGHT = BigDecimal.valueOf(55);

    private static final int LINES = 5;
    private static final int DAYS_BETWEEN_TICKS = 5;

    /** @param more than by the last count of the day before; empty where there is none */
    public record Row(LocalDate day, Optional<Amount> more, Amount soFar) {}

    /** Somewhere in the drawing. */
    public record Place(BigDecimal x, BigDecimal y) {

        /** Whether words beside it have no room to the right. */
        public boolean onTheRight() {
            return x.compareTo(RIGHT) > 0;
        }
    }

    /** An amount and its height. */
    public record Line(Amount amount, BigDecimal y) {}

    public record Tick(LocalDate day, BigDecimal x) {}

    /**
     * @param days of the period, first to last, two at least
     * @param plan an Azure plan's period begins at midnight in UTC, with nothing spent; that of a legacy customer does not,
     *     so that a count of its first day may still be of the period before
     * @param limit the present budget, if one is set
     */
    public static SpendCourse of(
            Period period, Usage.Plan plan, List<Day> days, Currency currency, Optional<BigDecimal> limit) {
        if (days.size() < 2) {
            throw new IllegalArgumentException("A course of " + days.size() + " days");
        }
        return new Drawing(period, plan, days, limit, top(days, limit)).in(currency);
    }

    /** Whether the present budget stands above the spend; words are written on the outer sides of the two. */
    public boolean within() {
        return limit.filter(line -> line.y().compareTo(last.y()) > 0).isEmpty();
    }

    /** Whether words fit between the spend and the budget above it. */
    public boolean roomAbove() {
        return limit.filter(line -> within() && last.y().subtract(line.y()).compareTo(WORDS) < 0)
                .isEmpty();
    }

    public Row lastRow() {
        return rows.getLast();
    }

    private static BigDecimal top(List<Day> days, Optional<BigDecimal> limit) {
        return Stream.concat(limit.stream(), days.stream().map(Day::spend))
                .max(BigDecimal::compareTo)
                .filter(highest -> highest.signum() > 0)
                .orElse(BigDecimal.ONE)
                .multiply(ROOM);
    }

    /** Where things stand. */
    private record Drawing(Period period, Usage.Plan plan, List<Day> days, Optional<BigDecimal> limit, BigDecimal top) {

        SpendCourse in(Currency currency) {
            var known = Optional.of(currency);
            return new SpendCourse(
                    period,
                    rows(known),
                    runs().map(run -> run.size() > 1 ? path(run) : "").collect(Collectors.joining()),
                    gaps(),
                    runs().map(this::area).collect(Collectors.joining()),
                    runs().filter(run -> run.size() == 1).map(List::getFirst).toList(),
                    limit.map(amount -> new Line(Amount.exact(amount, known), y(amount))),
                    scale(known),
                    ticks(),
                    place(days.getLast()));
        }

        private List<Row> rows(Optional<Currency> currency) {
            return IntStream.range(0, days.size())
                    .mapToObj(at -> new Row(
                            days.get(at).day(),
                            before(at).map(before -> amount(days.get(at).spend().subtract(before), currency)),
                            amount(days.get(at).spend(), currency)))
                    .toList();
        }

        private static Amount amount(BigDecimal spend, Optional<Currency> currency) {
            return Amount.rounded(new Money(spend, currency.orElseThrow()));
        }

        /** What had been spent by the end of the day before; nothing before the first of the period. */
        private Optional<BigDecimal> before(int at) {
            var day = days.get(at).day();
            if (beginsWithNothing(day)) {
                return Optional.of(BigDecimal.ZERO);
            }
            return Optional.of(at)
                    .filter(index -> index > 0)
                    .map(index -> days.get(index - 1))
                    .filter(earlier -> earlier.day().plusDays(1).equals(day))
                    .map(Day::spend);
        }

        private boolean beginsWithNothing(LocalDate day) {
            return plan == Usage.Plan.AZURE_PLAN && day.equals(period.first());
        }

        /** Places of days that follow each other. The period begins with nothing spent. */
        private Stream<List<Place>> runs() {
            var runs = new ArrayList<List<Place>>();
            for (var at = 0; at < days.size(); at++) {
                if (at == 0 || before(at).isEmpty()) {
                    runs.add(new ArrayList<>());
                }
                if (beginsWithNothing(days.get(at).day())) {
                    runs.getLast().add(new Place(BigDecimal.ZERO, HUNDRED));
                }
                runs.getLast().add(place(days.get(at)));
            }
            return runs.stream();
        }

        private String gaps() {
            var gaps = new StringBuilder();
            for (var at = 1; at < days.size(); at++) {
                if (before(at).isEmpty()) {
                    gaps.append(path(List.of(place(days.get(at - 1)), place(days.get(at)))));
                }
            }
            return gaps.toString();
        }

        private String area(List<Place> run) {
            return run.size() > 1 ? path(run) + "V100H" + run.getFirst().x().toPlainString() + "Z" : "";
        }

        private static String path(List<Place> places) {
            var path = new StringBuilder();
            for (var place : places) {
                path.append(path.isEmpty() ? 'M' : 'L')
                        .append(place.x().toPlainString())
                        .append(' ')
                        .append(place.y().toPlainString());
            }
            return path.toString();
        }

        private List<Line> scale(Optional<Currency> currency) {
            var step = step();
            return IntStream.iterate(1, count -> count + 1)
                    .mapToObj(count -> step.multiply(BigDecimal.valueOf(count)))
                    .takeWhile(value -> value.compareTo(top) <= 0)
                    .map(value -> new Line(
                            new Amount(
                                    value.setScale(
                                            Math.max(value.stripTrailingZeros().scale(), 0)),
                                    currency),
                            y(value)))
                    .toList();
        }

        /** One, two or five times a power of ten. */
        private BigDecimal step() {
            var rough = top.divide(BigDecimal.valueOf(LINES), MathContext.DECIMAL32);
            var power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
            return Stream.of(1, 2, 5, 10)
                    .map(factor -> power.multiply(BigDecimal.valueOf(factor)))
                    .filter(step -> step.compareTo(rough) >= 0)
                    .findFirst()
                    .orElseThrow();
        }

        private List<Tick> ticks() {
            return period.first()
                    .datesUntil(period.last().minusDays(2))
                    .filter(day -> day.getDayOfMonth() % DAYS_BETWEEN_TICKS == 0)
                    .filter(day -> day.isAfter(period.first().plusDays(2)))
                    .map(day -> new Tick(day, end(day)))
                    .toList();
        }

        private Place place(Day day) {
            return new Place(end(day.day()), y(day.spend()));
        }

        private BigDecimal end(LocalDate day) {
            return x(ChronoUnit.DAYS.between(period.first(), day) + 1);
        }

        private BigDecimal x(long days) {
            var all = ChronoUnit.DAYS.between(period.first(), period.last()) + 1;
            return BigDecimal.valueOf(days).multiply(HUNDRED).divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
        }

        private BigDecimal y(BigDecimal value) {
            return HUNDRED.subtract(value.max(BigDecimal.ZERO).multiply(HUNDRED).divide(top, 2, RoundingMode.HALF_UP));
        }
    }
}
