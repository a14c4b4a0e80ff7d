package dev.purser.bench;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Budgets;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.SendFence;
import dev.purser.partnercenter.PartnerCenter;
import dev.purser.partnercenter.PartnerCenterBudgets;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reading and sending budgets through the adapter, beside the JDK's own HTTP client with the same bytes. */
final class AdapterBench {

    private static final List<Integer> AT_ONCE = List.of(1, 8, 64);
    private static final Duration FENCE = Duration.ofSeconds(10);

    private static final InstantSource CLOCK = InstantSource.system();

    private AdapterBench() {}

    static void run(Counts counts, Report report) throws IOException {
        report.line(
                "Budgets through the adapter (ours) beside java.net.http.HttpClient (bare): the same requests to the same");
        report.line("canned server on loopback; %d calls a block, %d pairs of blocks to warm up"
                .formatted(counts.calls(), counts.warmUp()));
        report.machine();
        var rows = new ArrayList<List<String>>();
        try (var server = CannedPartnerCenter.start();
                var partnerCenter = new PartnerCenter(List.of(server.account()), CLOCK);
                var bare = new BareBudgets(server.address())) {
            for (var atOnce : AT_ONCE) {
                rows.add(reading(counts, atOnce, bare, partnerCenter.budgets()).row());
                rows.add(sending(counts, atOnce, bare, partnerCenter.budgets()).row());
            }
        }
        report.table(Comparison.HEADINGS, rows);
    }

    private static Comparison reading(Counts counts, int atOnce, BareBudgets bare, PartnerCenterBudgets ours) {
        return Comparison.of(
                "GET",
                atOnce,
                counts.warmUp(),
                counts.pairs(),
                _ -> Block.of(atOnce, counts.calls(), _ -> bare.read(UUID.randomUUID())),
                _ -> Block.of(atOnce, counts.calls(), _ -> {
                    var reading = ours.read(customer());
                    if (!(reading instanceof Reading.Read<?>)) {
                        throw new IllegalStateException("Not read: " + reading);
                    }
                }));
    }

    private static Comparison sending(Counts counts, int atOnce, BareBudgets bare, PartnerCenterBudgets ours) {
        return Comparison.of(
                "PATCH",
                atOnce,
                counts.warmUp(),
                counts.pairs(),
                _ -> Block.of(
                        atOnce,
                        counts.calls(),
                        _ -> bare.send(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID())),
                _ -> Block.of(atOnce, counts.calls(), _ -> {
                    var order = new Budgets.Order(
                            customer(), CannedPartnerCenter.LIMIT_AFTER, UUID.randomUUID(), UUID.randomUUID());
                    var answer = ours.send(order, SendFence.raise(CLOCK, System::nanoTime, FENCE));
                    if (!(answer instanceof Answer.Shown)) {
                        throw new IllegalStateException("Not sent: " + answer);
                    }
                }));
    }

    private static CustomerId customer() {
        return new CustomerId(CannedPartnerCenter.ACCOUNT, UUID.randomUUID());
    }
}
