package dev.purser.domain.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParcelTest {

    private static final AccountName APAC = new AccountName("apac");
    private static final AccountName EMEA = new AccountName("emea");

    private static CustomerId customer(AccountName account, long number) {
        return new CustomerId(account, new UUID(0, number));
    }

    @Test
    void keepsAccountsApartAndInOrder() {
        var parcels = Parcel.of(List.of(customer(EMEA, 2), customer(APAC, 7), customer(EMEA, 1), customer(EMEA, 2)));

        assertThat(parcels)
                .containsExactly(
                        new Parcel(APAC, List.of(new UUID(0, 7)), 1, 2),
                        new Parcel(EMEA, List.of(new UUID(0, 1), new UUID(0, 2)), 2, 2));
    }

    @Test
    void holdsNoMoreThanAnEntryCan() {
        var parcels = Parcel.of(IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> customer(EMEA, number))
                .toList());

        assertThat(parcels).hasSize(34).allSatisfy(parcel -> {
            assertThat(parcel.tenants()).hasSizeLessThanOrEqualTo(Parcel.LARGEST);
            assertThat(parcel.of()).isEqualTo(34);
        });
        assertThat(parcels.stream().flatMap(parcel -> parcel.tenants().stream()))
                .hasSize(10_000);
    }

    @Test
    void isNeverEmpty() {
        assertThat(Parcel.of(List.of())).isEmpty();
        assertThatThrownBy(() -> new Parcel(EMEA, List.of(), 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
