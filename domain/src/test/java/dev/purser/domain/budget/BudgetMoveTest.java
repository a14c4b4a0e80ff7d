package dev.purser.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.BudgetMove.Direction;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetMoveTest {

    @ParameterizedTest
    @CsvSource({
        "4000, 5000, RAISED, 1000, 25.0",
        "5000, 4000, LOWERED, -1000, -20.0",
        "3, 4, RAISED, 1, 33.3",
        "3, 2, LOWERED, -1, -33.3",
        "3000, 5000, RAISED, 2000, 66.7",
        "0.01, 1000000, RAISED, 999999.99, 9999999900.0",
        "100, 0, LOWERED, -100, -100.0",
        "4000, 4002, RAISED, 2, 0.1",
        "4000, 4001, RAISED, 1, 0.03",
        "4000, 3999, LOWERED, -1, -0.03",
        "100000000, 100000000.01, RAISED, 0.01, 0.00000001",
        "100, 100.00, UNCHANGED, 0, 0.0"
    })
    void statesDirectionDifferenceAndPercent(
            String before, String after, Direction direction, BigDecimal difference, BigDecimal percent) {
        var move = new BudgetMove(SpendingLimit.of(before), SpendingLimit.of(after));

        assertThat(move.direction()).isEqualTo(direction);
        assertThat(move.difference()).hasValueSatisfying(by -> assertThat(by).isEqualByComparingTo(difference));
        assertThat(move.percent()).contains(percent);
    }

    @Test
    void knowsNoDifferenceFromNoBudget() {
        var set = new BudgetMove(SpendingLimit.notSet(), SpendingLimit.of("5"));

        assertThat(set.direction()).isEqualTo(Direction.SET);
        assertThat(set.difference()).isEmpty();
        assertThat(set.percent()).isEmpty();
    }

    @Test
    void knowsNoDifferenceToNoBudget() {
        var removed = new BudgetMove(SpendingLimit.of("5"), SpendingLimit.notSet());

        assertThat(removed.direction()).isEqualTo(Direction.REMOVED);
        assertThat(removed.difference()).isEmpty();
        assertThat(removed.percent()).isEmpty();
    }

    @Test
    void knowsNoPercentageOfZero() {
        var raised = new BudgetMove(SpendingLimit.of("0"), SpendingLimit.of("5"));

        assertThat(raised.direction()).isEqualTo(Direction.RAISED);
        assertThat(raised.difference()).contains(new BigDecimal("5"));
        assertThat(raised.percent()).isEmpty();
    }

    @Test
    void staysUnsetWhereNothingChanges() {
        assertThat(new BudgetMove(SpendingLimit.notSet(), SpendingLimit.notSet()).direction())
                .isEqualTo(Direction.UNCHANGED);
    }
}
