package dev.purser.persistence;

import dev.purser.domain.budget.SpendingLimit;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A limit in one column: a plain amount or {@code not set}. */
@Converter(autoApply = true)
class SpendingLimitText implements AttributeConverter<@Nullable SpendingLimit, @Nullable String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable SpendingLimit limit) {
        return limit == null ? null : limit.toString();
    }

    @Override
    public @Nullable SpendingLimit convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : limit(text);
    }

    static SpendingLimit limit(String text) {
        return text.equals(SpendingLimit.notSet().toString()) ? SpendingLimit.notSet() : SpendingLimit.of(text);
    }
}
