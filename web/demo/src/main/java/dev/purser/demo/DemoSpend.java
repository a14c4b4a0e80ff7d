package dev.purser.demo;

import dev.purser.simulator.AzureOffer;
import dev.purser.simulator.SimulatedCustomer;
import dev.purser.simulator.Spend;
import dev.purser.simulator.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/**
 * The days of the month before the demo was started: Purser keeps a count of each day, and would have them had it run since
 * then. Less is spent at weekends.
 */
final class DemoSpend {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final int LEGACY_DAY = 28;

    private DemoSpend() {}

    /** @param latest the day on which the simulated Microsoft counted last */
    static void fill(Connection database, World world, LocalDate latest) throws SQLException {
        if (startedBefore(database)) {
            return;
        }
        try (var insert = database.prepareStatement("""
                insert into spend_day (account, tenant, day, spend, currency) values (?, ?, ?, ?, ?)
                on conflict do nothing""")) {
            for (var customer : world.customers()) {
                if (customer.spend() instanceof Spend.Spent spent) {
                    var counted = latest.minusDays(spent.daysLate());
                    var first = first(customer.offer(), counted);
                    var all = weight(customer, first, counted);
                    for (var day = first; day.isBefore(counted); day = day.plusDays(1)) {
                        var share = weight(customer, first, day);
                        insert.setString(1, DemoDatabase.ACCOUNT);
                        insert.setObject(2, customer.id());
                        insert.setObject(3, day);
                        insert.setBigDecimal(
                                4, spent.totalCost().multiply(share).divide(all, 2, RoundingMode.HALF_UP));
                        insert.setString(5, customer.currency());
                        insert.addBatch();
                    }
                }
            }
            insert.executeBatch();
        }
    }

    /** Then what it has read itself is all there is: no other days are made up between those. */
    private static boolean startedBefore(Connection database) throws SQLException {
        try (var query = database.createStatement();
                var days = query.executeQuery(
                        "select exists (select from spend_day group by tenant having count(*) > 1)")) {
            days.next();
            return days.getBoolean(1);
        }
    }

    private static LocalDate first(AzureOffer offer, LocalDate counted) {
        return switch (offer) {
            case AZURE_PLAN -> counted.withDayOfMonth(1);
            case LEGACY ->
                counted.getDayOfMonth() >= LEGACY_DAY
                        ? counted.withDayOfMonth(LEGACY_DAY)
                        : counted.minusMonths(1).withDayOfMonth(LEGACY_DAY);
        };
    }

    /** How much of the period's work is done by the end of that day. */
    private static BigDecimal weight(SimulatedCustomer customer, LocalDate first, LocalDate last) {
        var moods = new Random(customer.id().getLeastSignificantBits());
        var sum = first.datesUntil(last.plusDays(1))
                .mapToInt(day -> moods.nextInt(8, 13) - (WEEKEND.contains(day.getDayOfWeek()) ? 6 : 0))
                .sum();
        return BigDecimal.valueOf(sum);
    }
}
