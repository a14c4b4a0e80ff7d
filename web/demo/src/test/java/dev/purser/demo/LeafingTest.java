package dev.purser.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.demo.signin.DemoPeople;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists that are longer than a page. */
@ExtendWith(OneDemo.class)
class LeafingTest {

    private static final Pattern ROWS = Pattern.compile("<tbody.*</tbody>", Pattern.DOTALL);
    private static final Pattern CUSTOMER = Pattern.compile("<a class=\"name[^>]* href=\"([^\"]*)\"");

    private final People people;

    LeafingTest(People people) {
        this.people = people;
    }

    @Test
    void leadOnAndBack() {
        var priya = people.as(DemoPeople.PRIYA);

        leadOnAndBack(people.mara(), "/customers?sort=customer");
        leadOnAndBack(priya, "/customers");
        leadOnAndBack(priya, Portfolios.of(priya, DemoPeople.MARA));
    }

    private static void leadOnAndBack(Visitor visitor, String list) {
        var beginning = visitor.get(list).body();
        assertThat(beginning)
                .as(list)
                .contains("<nav class=\"pager\" aria-label=\"Pages\">")
                .containsPattern("50 of (212|300)\\b")
                .contains("aria-disabled=\"true\">First<", "aria-disabled=\"true\">Previous<");

        var further = visitor.get(link(beginning, " rel=\"next\">Next")).body();

        assertThat(customers(further)).as(list).hasSize(50).doesNotContainAnyElementsOf(customers(beginning));
        assertThat(customers(
                        visitor.get(link(further, " rel=\"prev\">Previous")).body()))
                .as(list)
                .isEqualTo(customers(beginning));
        assertThat(customers(visitor.get(link(further, ">First")).body()))
                .as(list)
                .isEqualTo(customers(beginning));
    }

    private static String link(String page, String end) {
        var link = Pattern.compile("href=\"([^\"]*)\"" + end + "<").matcher(page);
        assertThat(link.find()).as("%s in %s", end, page).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private static List<String> customers(String page) {
        var rows = ROWS.matcher(page);
        assertThat(rows.find()).as(page).isTrue();
        return CUSTOMER.matcher(rows.group())
                .results()
                .map(customer -> customer.group(1))
                .toList();
    }
}
