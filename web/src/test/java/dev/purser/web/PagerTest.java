package dev.purser.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.customer.Customers.Page;
import dev.purser.domain.customer.Customers.Position;
import dev.purser.domain.customer.Customers.Position.Side;
import dev.purser.domain.customer.Customers.Sort;
import dev.purser.domain.portfolio.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Lists of customers are leafed through without losing what they are filtered by. */
class PagerTest {

    private static final CustomerId CUSTOMER = new CustomerId(new AccountName("north"), new UUID(0, 1));
    private static final Position BEGINNING = new Position("Adatum", CUSTOMER, Side.BEFORE);
    private static final Position END = new Position("Contoso", CUSTOMER, Side.AFTER);
    private static final PersonId ADA = new PersonId(new UUID(0, 2));
    private static final Page WHOLE = new Page(List.of(), 0, Optional.empty(), Optional.empty());
    private static final Page MIDDLE = new Page(List.of(), 0, Optional.of(BEGINNING), Optional.of(END));

    @Test
    void leadsNowhereFromAListOfOnePage() {
        var nowhere = new Pager(Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(CustomerFilter.of(address(Map.of())).pager(WHOLE)).isEqualTo(nowhere);
        assertThat(PortfolioFilter.of(ADA, address(Map.of())).pager(WHOLE)).isEqualTo(nowhere);
    }

    @Test
    void leadsToAllThatIsAroundAPage() {
        var here = address(Map.of("q", "co", "sort", "customer", "after", PlaceInList.written(END)));

        assertThat(CustomerFilter.of(here).pager(MIDDLE)).isEqualTo(around("/customers?q=co&sort=customer"));
        assertThat(PortfolioFilter.of(ADA, here).pager(MIDDLE)).isEqualTo(around(PortfolioPage.address(ADA) + "?q=co"));
    }

    @Test
    void staysInAnOrderThatIsShownToWhoSeesNamesAlone() {
        var names = CustomerFilter.of(address(Map.of("account", "north", "sort", "spend")))
                .byNames();

        assertThat(names.pager(MIDDLE).next())
                .contains("/customers?account=north&sort=customer&after=" + PlaceInList.written(END));
        assertThat(names.isSortedBy(Sort.CUSTOMER)).isTrue();
    }

    private static Pager around(String list) {
        return new Pager(
                Optional.of(list),
                Optional.of(list + "&before=" + PlaceInList.written(BEGINNING)),
                Optional.of(list + "&after=" + PlaceInList.written(END)));
    }

    private static Function<String, String> address(Map<String, String> parameters) {
        return name -> parameters.getOrDefault(name, "");
    }
}
