package dev.purser.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.History.Detail;
import dev.purser.domain.history.History.Page;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HistoryFilterTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String CUSTOMER = "emea/8f2c1d7e-4b90-4c5e-9a37-d2f0b6c1e845";

    private static HistoryFilter filter(String... parameters) {
        var address = new MultivaluedHashMap<String, String>();
        for (int at = 0; at < parameters.length; at += 2) {
            address.add(parameters[at], parameters[at + 1]);
        }
        return HistoryFilter.of(address);
    }

    @Test
    void listsTheOutcomesOfEverythingUnlessAskedOtherwise() {
        var query = filter("q", "  ", "who", "").query(BERLIN);
        assertThat(query.text()).isEmpty();
        assertThat(query.who()).isEmpty();
        assertThat(query.kinds()).isEmpty();
        assertThat(query.detail()).isEqualTo(Detail.OUTCOMES);
        assertThat(query.before()).isEqualTo(OptionalLong.empty());
        assertThat(query.size()).isEqualTo(50);
    }

    @Test
    void takesEverythingFromTheAddress() {
        var query = filter(
                        "q",
                        "CS-1",
                        "who",
                        "hmac:1",
                        "customer",
                        CUSTOMER,
                        "outcome",
                        "someone-else",
                        "steps",
                        "all",
                        "before",
                        "48957")
                .query(BERLIN);
        assertThat(query.text()).isEqualTo("CS-1");
        assertThat(query.who()).contains("hmac:1");
        assertThat(query.customer()).hasToString("Optional[" + CUSTOMER + "]");
        assertThat(query.kinds()).containsExactlyInAnyOrder(EntryKind.CHANGE_CONFLICT, EntryKind.CHANGE_DISPUTED);
        assertThat(query.detail()).isEqualTo(Detail.STEPS);
        assertThat(query.before()).hasValue(48957);
    }

    @Test
    void countsDaysWhereTheReaderIs() {
        var query = filter("from", "2026-03-29", "until", "2026-03-29").query(BERLIN);
        assertThat(query.from()).contains(Instant.parse("2026-03-28T23:00:00Z"));
        assertThat(query.until()).contains(Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void writesAnAddressThatReadsBackAsTheSameFilter() {
        var filter = filter("q", "a&b=c <ü>+ %", "who", "hmac:1/=", "from", "2026-01-01", "before", "7");
        assertThat(filter.beginning())
                .isEqualTo("/history?q=a%26b%3Dc+%3C%C3%BC%3E%2B+%25&who=hmac%3A1%2F%3D&from=2026-01-01");
        assertThat(filter.pager(new Page(List.of(), 0, OptionalLong.of(5), OptionalLong.of(9))))
                .isEqualTo(new Pager(
                        Optional.of(filter.beginning()),
                        Optional.of(filter.beginning() + "&after=9"),
                        Optional.of(filter.beginning() + "&before=5")));
        assertThat(filter.without(HistoryFilter.TEXT)).isEqualTo("/history?who=hmac%3A1%2F%3D&from=2026-01-01");
        assertThat(filter("q", "x").without(HistoryFilter.TEXT)).isEqualTo("/history");
    }

    @Test
    void listsNothingRatherThanWhatWasNotAskedFor() {
        assertThat(filter("from", "yesterday").flaws())
                .containsExactly(new HistoryFilter.Flaw.NotADay("from", "yesterday"));
        assertThat(filter("until", "2026-02-30").flaws()).hasSize(1);
        assertThat(filter("customer", "emea").flaws()).containsExactly(new HistoryFilter.Flaw.NotACustomer("emea"));
        assertThat(filter("outcome", "great").flaws()).containsExactly(new HistoryFilter.Flaw.NotAnOutcome("great"));
        assertThat(filter("from", "2026-02-02", "until", "2026-02-01").flaws())
                .containsExactly(new HistoryFilter.Flaw.DaysCrossed());
        assertThat(filter("from", "2026-02-01", "until", "2026-02-01", "customer", CUSTOMER, "outcome", "unknown")
                        .flaws())
                .isEmpty();
    }

    @Test
    void takesAPlaceThatCannotBeReadForTheBeginning() {
        assertThat(filter("before", "1e9").paged()).isFalse();
        assertThat(filter("after", "-1").paged()).isFalse();
        assertThat(filter("after", "99999999999999999999").paged()).isFalse();
    }
}
