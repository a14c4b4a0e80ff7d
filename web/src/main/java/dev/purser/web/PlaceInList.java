package dev.purser.web;

import dev.purser.domain.customer.Customers.Position;
import dev.purser.domain.customer.Customers.Position.Side;
import dev.purser.domain.customer.Customers.Sort;
import dev.purser.domain.history.ForeignText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a list goes on, as one word of the address. Whatever is not such a word is no place: the list begins at its start. */
final class PlaceInList {

    private static final int LONGEST = 2_000;
    private static final String BETWEEN = "\n";

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,40}([.][0-9]{1,40})?");
    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}Z");
    private static final Pattern RANK = Pattern.compile("[0-9]");

    private PlaceInList() {}

    static String written(Position place) {
        var customer = place.customer();
        var text = String.join(
                BETWEEN, customer.account().value(), customer.tenant().toString(), ForeignText.oneLine(place.value()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A place behind which the list goes on, or in front of which it ends; empty where neither or both are given. */
    static Optional<Position> read(Sort sort, String after, String before) {
        if (after.isEmpty() == before.isEmpty()) {
            return Optional.empty();
        }
        return after.isEmpty() ? read(sort, before, Side.BEFORE) : read(sort, after, Side.AFTER);
    }

    private static Optional<Position> read(Sort sort, String word, Side side) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        return decoded(word)
                .map(text -> text.split(BETWEEN, -1))
                .filter(parts -> parts.length == 3 && isValue(sort, parts[2]))
                .flatMap(parts ->
                        CustomerAddress.of(parts[0], parts[1]).map(customer -> new Position(parts[2], customer, side)));
    }

    private static Optional<String> decoded(String word) {
        try {
            var bytes = Base64.getUrlDecoder().decode(word);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether a value of the sorted column is written like that; a database need not cope with anything else. */
    private static boolean isValue(Sort sort, String value) {
        return switch (sort) {
            case CUSTOMER, ACCOUNT -> value.equals(ForeignText.oneLine(value));
            case BUDGET, SPEND, USED -> AMOUNT.matcher(value).matches();
            case AS_OF, LAST_CHANGE -> MOMENT.matcher(value).matches();
            case FLAGS -> RANK.matcher(value).matches();
        };
    }
}
