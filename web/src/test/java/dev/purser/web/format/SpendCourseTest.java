package dev.purser.web.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.usage.Period;
import dev.purser.domain.usage.SpendByDay.Day;
import dev.purser.domain.usage.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendCourseTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Period TEN_DAYS = new Period(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-10"));

    private static Day day(int day, String spend) {
        return new Day(LocalDate.of(2026, 6, day), new BigDecimal(spend));
    }

    /** The highest value stands a little below the upper edge, at 106 of 100. */
    private static SpendCourse course(String limit, Day... days) {
        return SpendCourse.of(
                TEN_DAYS,
                Usage.Plan.AZURE_PLAN,
                List.of(days),
                EURO,
                Optional.of(limit).filter(amount -> !amount.isEmpty()).map(BigDecimal::new));
    }

    @Test
    void beginsWithNothingSpentWhereTheFirstDayIsKnown() {
        var course = course("106", day(1, "10.60"), day(2, "21.20"));

        assertThat(course.spend()).isEqualTo("M0 100L10.00 90.57L20.00 81.13");
        assertThat(course.area()).isEqualTo("M0 100L10.00 90.57L20.00 81.13V100H0Z");
        assertThat(course.gaps()).isEmpty();
        assertThat(course.rows().getFirst().more())
                .hasValueSatisfying(spent -> assertThat(spent.plain()).isEqualTo("10.60 EUR"));
    }

    @Test
    void drawsNoLineToADayBeforeTheFirstThatIsKnown() {
        var course = course("106", day(4, "30"), day(5, "40"));

        assertThat(course.spend()).startsWith("M40.00 ").doesNotContain("M0 ");
        assertThat(course.rows().getFirst().more()).isEmpty();
        assertThat(course.rows().getLast().more())
                .hasValueSatisfying(spent -> assertThat(spent.plain()).isEqualTo("10.00 EUR"));
    }

    @Test
    void leadsABrokenLineOverDaysThatAreMissing() {
        var course = course("106", day(1, "10"), day(2, "20"), day(5, "50"), day(8, "53"), day(9, "60"));

        assertThat(course.spend().chars().filter(letter -> letter == 'M').count())
                .isEqualTo(2);
        assertThat(course.gaps()).matches("M20[.]00 \\S+L50[.]00 \\S+M50[.]00 \\S+L80[.]00 \\S+");
        assertThat(course.lone()).extracting(place -> place.x().toPlainString()).containsExactly("50.00");
        assertThat(course.rows())
                .extracting(row -> row.more().isPresent())
                .containsExactly(true, true, false, false, true);
    }

    @Test
    void doesNotKnowWhatALegacyPeriodBeganWith() {
        var course = SpendCourse.of(
                TEN_DAYS, Usage.Plan.LEGACY, List.of(day(1, "10"), day(2, "20")), EURO, Optional.empty());

        assertThat(course.spend()).startsWith("M10.00 ");
        assertThat(course.rows().getFirst().more()).isEmpty();
        assertThat(course.limit()).isEmpty();
        assertThat(course.within()).isTrue();
    }

    @Test
    void standsThePresentBudgetBesideTheSpend() {
        assertThat(course("200", day(1, "1"), day(2, "2")).limit())
                .hasValueSatisfying(line -> assertThat(line.y()).isEqualByComparingTo("5.66"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.5 1",
        "3, 1 2 3",
        "4000, 1000 2000 3000 4000",
        "72251.90, 20000 40000 60000",
        "0.30, 0.1 0.2 0.3",
        "1500000, 500000 1000000 1500000"
    })
    void namesRoundAmountsAtTheSide(String limit, String named) {
        var course = course(limit, day(1, "0"), day(2, "0"));

        assertThat(course.scale())
                .extracting(line -> line.amount().value().toPlainString())
                .containsExactly(named.split(" "));
    }

    @Test
    void tellsWhetherTheSpendIsWithinTheBudget() {
        assertThat(course("100", day(1, "1"), day(2, "99")).within()).isTrue();
        assertThat(course("100", day(1, "1"), day(2, "101")).within()).isFalse();
    }

    @Test
    void writesBelowTheSpendWhereTheBudgetIsRightAboveIt() {
        assertThat(course("100", day(1, "1"), day(2, "60")).roomAbove()).isTrue();
        assertThat(course("100", day(1, "1"), day(2, "95")).roomAbove()).isFalse();
        assertThat(course("100", day(1, "1"), day(2, "300")).roomAbove()).isTrue();
    }

    @Test
    void namesEveryFifthDayThatLeavesRoomForTheFirstAndTheLast() {
        var june = new Period(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-30"));
        var course =
                SpendCourse.of(june, Usage.Plan.AZURE_PLAN, List.of(day(1, "1"), day(2, "2")), EURO, Optional.empty());

        assertThat(course.ticks())
                .extracting(tick -> tick.day().getDayOfMonth())
                .containsExactly(5, 10, 15, 20, 25);
    }
}
