package dev.purser.domain.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.partnercenter.PagedList.End;
import dev.purser.domain.partnercenter.Relationships.Continuation;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PagedListTest {

    @Test
    void readsPageAfterPage() {
        var read = new ArrayList<Integer>();

        assertThat(counting(3).read(read::add)).isEqualTo(new End.Whole());

        assertThat(read).containsExactly(0, 1, 2);
    }

    @Test
    void givesUpAListThatAlwaysNamesAnotherPage() {
        var read = new ArrayList<Integer>();

        assertThat(counting(Integer.MAX_VALUE).read(read::add)).isEqualTo(new End.Endless());

        assertThat(read).hasSize(PagedList.MOST_PAGES + 1);
    }

    private static PagedList<Integer> counting(int pages) {
        return new PagedList<>(
                after -> new Reading.Read<>(
                        after.map(Continuation::token).map(Integer::valueOf).orElse(0), UUID.randomUUID()),
                page -> Optional.of(page + 1)
                        .filter(next -> next < pages)
                        .map(next -> new Continuation("", Integer.toString(next))));
    }
}
