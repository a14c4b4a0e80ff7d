package dev.purser.chaos.kind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KindsTest {

    @Test
    void areAtLeastSixtyThatLeaveNoReceiptAnExcuse() {
        assertThat(Kinds.all())
                .filteredOn(kind -> kind.promise() == Promise.EVERY_RECEIPT_TRUE)
                .hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void haveNamesOfTheirOwn() {
        assertThat(Kinds.all()).extracting(Kind::name).doesNotHaveDuplicates();
    }
}
