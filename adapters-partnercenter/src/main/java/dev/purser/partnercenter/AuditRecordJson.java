package dev.purser.partnercenter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.history.ForeignText;
import dev.purser.domain.partnercenter.Activities;
import dev.purser.domain.partnercenter.Activities.Activity;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code AuditRecord}. Its operations, resources and states are texts, for new ones appear without notice.
 *
 * @param id Microsoft's; records of 2017 have none
 * @param customerId declared as required, and missing all the same now and then
 * @param userPrincipalName missing where a program did it without a person
 * @param applicationId a GUID or a name
 * @param resourceOldValue a text that holds JSON; so is the new value
 * @param operationDate UTC with up to seven digits of a second
 * @param originalCorrelationId presumably the {@code MS-CorrelationId} of the call
 */
record AuditRecordJson(
        @Nullable String id,
        @Nullable String customerId,
        @Nullable String userPrincipalName,
        @Nullable String applicationId,
        @Nullable String resourceType,
        @Nullable JsonNode resourceOldValue,
        @Nullable JsonNode resourceNewValue,
        @Nullable String operationType,
        @Nullable String originalCorrelationId,
        @Nullable String operationDate,
        @Nullable String operationStatus) {

    /** Those that were met have about 190 characters. */
    private static final int LONGEST_ID = 500;

    /**
     * @param text the record as it was read
     * @throws UnreadableAnswer if it does not say what was done, or when
     */
    Activity activity(String text) throws UnreadableAnswer {
        var operation =
                Texts.in(operationType).orElseThrow(() -> new UnreadableAnswer("an audit record without an operation"));
        var at = Moments.in(operationDate)
                .map(OffsetDateTime::toInstant)
                .orElseThrow(() -> new UnreadableAnswer("an audit record without a date"));
        return new Activity(
                Texts.in(id).filter(AuditRecordJson::canBeKept).orElseGet(() -> idOfContent(operation, at)),
                operation,
                Texts.in(operationStatus).orElse(""),
                at,
                customer(),
                Texts.in(userPrincipalName).map(ForeignText::oneLine),
                Texts.in(applicationId).map(ForeignText::oneLine),
                correlation(),
                budget(operation, resourceOldValue),
                budget(operation, resourceNewValue),
                text);
    }

    /** Nobody states what these values hold, so what is no budget tells nothing. */
    private static Optional<SpendingLimit> budget(String operation, @Nullable JsonNode value) {
        if (!operation.equalsIgnoreCase(Activities.BUDGET_CHANGED)) {
            return Optional.empty();
        }
        return written(value).flatMap(json -> {
            try {
                return Optional.of(
                        Json.read(Buffer.buffer(json), SpendingBudgetJson.class).limit());
            } catch (UnreadableAnswer _) {
                return Optional.empty();
            }
        });
    }

    /** Ids are opaque, but not of any length and not without a form. */
    private static boolean canBeKept(String id) {
        return id.length() <= LONGEST_ID && id.chars().noneMatch(Character::isISOControl);
    }

    private Optional<UUID> customer() {
        return Guids.in(customerId);
    }

    private Optional<UUID> correlation() {
        return Guids.in(originalCorrelationId);
    }

    /** A value that comes as JSON, and not as a text that holds JSON, is written out as one. */
    private static Optional<String> written(@Nullable JsonNode value) {
        return value == null || value.isNull()
                ? Optional.empty()
                : Optional.of(value.isTextual() ? value.textValue() : value.toString());
    }

    /**
     * The same for the same record whenever it is read, and another for another one. The status is left out, since an
     * operation may still be in progress when it is first read.
     */
    private String idOfContent(String operation, Instant at) {
        var digest = sha256();
        Stream.of(
                        Optional.of(operation.toLowerCase(Locale.ROOT)),
                        Optional.of(at.toString()),
                        customer().map(UUID::toString),
                        Texts.in(userPrincipalName),
                        Texts.in(applicationId),
                        Texts.in(resourceType),
                        correlation().map(UUID::toString),
                        written(resourceNewValue),
                        written(resourceOldValue))
                .forEach(part -> add(digest, part));
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /** With its length before it, so that no two records run together; a missing part is not an empty one. */
    private static void add(MessageDigest digest, Optional<String> part) {
        var bytes = part.map(text -> text.getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(bytes.map(text -> text.length).orElse(-1))
                .flip());
        bytes.ifPresent(digest::update);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
