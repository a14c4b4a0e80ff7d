package dev.purser.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.portfolio.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00.1234567Z");
    private static final Optional<PersonId> ADA = Optional.of(new PersonId(new UUID(0, 1)));

    @Test
    void becomesTheBytesThatAreStored() {
        var draft = new Draft(
                EntryKind.SIGNED_IN, new Stream.OfPortal(), ADA, Facts.none().and("role", "auditor"));

        assertThat(text(draft.canonical(12, AT, Optional.of("p-1"))))
                .isEqualTo(
                        "{\"format\":\"purser-entry/1\",\"kind\":\"signed-in\",\"number\":\"12\",\"role\":\"auditor\","
                                + "\"stream\":\"portal\",\"time\":\"2026-03-02T09:00:00.123456Z\",\"who\":\"p-1\"}");
    }

    @Test
    void namesItsStream() {
        var account = new AccountName("emea");
        var customer = new CustomerId(account, new UUID(0, 7));

        assertThat(new Stream.OfCustomer(customer).key())
                .isEqualTo("customer:emea/00000000-0000-0000-0000-000000000007");
        assertThat(new Stream.OfAccount(account).key()).isEqualTo("account:emea");
        assertThat(new Stream.OfPortal().key()).isEqualTo("portal");
    }

    @Test
    void writesMicrosecondsEvenWhereThereAreNone() {
        var draft = draft(Facts.none());

        assertThat(text(draft.canonical(1, Instant.parse("2026-03-02T09:00:00Z"), Optional.empty())))
                .contains("\"time\":\"2026-03-02T09:00:00.000000Z\"");
    }

    @Test
    void hasAPseudonymExactlyWhereItTellsOfAPerson() {
        var ofNobody = draft(Facts.none());
        var ofAda = new Draft(EntryKind.SIGNED_IN, new Stream.OfPortal(), ADA, Facts.none());

        assertThatIllegalArgumentException().isThrownBy(() -> ofNobody.canonical(1, AT, Optional.of("p-1")));
        assertThatIllegalArgumentException().isThrownBy(() -> ofAda.canonical(1, AT, Optional.empty()));
    }

    @Test
    void refusesFactsThatWouldReplaceItsOwn() {
        var draft = draft(Facts.none().and("number", "99"));

        assertThatIllegalArgumentException().isThrownBy(() -> draft.canonical(1, AT, Optional.empty()));
    }

    @Test
    void holdsSixteenKibibytesAndNotAByteMore() {
        var room = 16 * 1024 - draft(Facts.none().and("text", "x")).canonical(1, AT, Optional.empty()).length;
        var fits = draft(Facts.none().and("text", "x".repeat(room + 1)));
        var tooLong = draft(Facts.none().and("text", "x".repeat(room + 2)));

        assertThat(fits.canonical(1, AT, Optional.empty())).hasSize(16 * 1024);
        assertThatIllegalStateException().isThrownBy(() -> tooLong.canonical(1, AT, Optional.empty()));
    }

    @Test
    void countsBytesAndNotCharacters() {
        var tooLong = draft(Facts.none().and("text", "€".repeat(6_000)));

        assertThatIllegalStateException().isThrownBy(() -> tooLong.canonical(1, AT, Optional.empty()));
    }

    @Test
    void isHashedAsALeafOfAMerkleTree() {
        // RFC 9162, 2.1: the hash of the leaf of no bytes.
        assertThat(HexFormat.of().formatHex(Draft.hash(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void knowsEveryKindByItsKey() {
        for (var kind : EntryKind.values()) {
            assertThat(EntryKind.of(kind.key())).isEqualTo(kind);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> EntryKind.of("change-forgotten"));
    }

    private static Draft draft(Facts facts) {
        return new Draft(EntryKind.SIGNED_IN, new Stream.OfPortal(), Optional.empty(), facts);
    }

    private static String text(byte[] canonical) {
        return new String(canonical, StandardCharsets.UTF_8);
    }
}
