package dev.purser.simulator;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How the service behaves where its documents are silent, or where it has been seen to behave in several ways. Each
 * {@code with…} answers a changed copy.
 */
public final class Behaviour implements Cloneable {

    static final int LARGEST_PAGE = 500;

    /** What a PATCH does that has a null amount, none, or 0. */
    public enum Removal {
        REMOVES,
        SETS_ZERO,
        /** 400, code 800002. */
        REFUSED,
        /** 200 with the budget as it was. */
        IGNORED
    }

    /** How the budget of a customer without one is told. */
    public enum Unset {
        ABSENT,
        NULL,
        /** 404, code 1000. */
        NOT_FOUND
    }

    /** What is in a budget's answer beside amount and attributes. */
    public enum BudgetForm {
        /** The deprecated duplicate of the amount. */
        FULL,
        MINIMAL,
        /** The duplicate, and links. */
        WITH_LINKS
    }

    /** Whether a second PATCH with the same {@code MS-RequestId} is answered like the first and not applied. */
    public enum RequestIds {
        IGNORED,
        HONOURED,
        /** For {@link #requestIdsKept}. */
        HONOURED_FOR_A_WHILE
    }

    /** What {@code originalCorrelationId} of an audit record is. */
    public enum AuditCorrelation {
        /** {@code MS-CorrelationId} of the request. */
        OF_THE_REQUEST,
        ANOTHER,
        ABSENT
    }

    /** Which operations are among the audit records. */
    public enum AuditKinds {
        KNOWN,
        /** Every third record not of a budget is of a kind that no client knows. */
        SOME_UNKNOWN
    }

    /** Which fields audit records have. */
    public enum AuditFields {
        ALL,
        /** By turns customer, person, correlation id, old value and id are missing. */
        SOME_MISSING
    }

    /** Whether changes made over the API are among the audit records; those made outside always are. */
    public enum AuditedApi {
        RECORDED,
        LEFT_OUT
    }

    /** How property names of answers are spelt. */
    public enum Casing {
        CAMEL,
        PASCAL
    }

    // Assigned in a copy that nobody has seen yet, and nowhere else: see changed.
    private Set<Route> byteOrderMark = Set.of();
    private Removal removalByNull = Removal.REMOVES;
    private Removal removalByOmission = Removal.REFUSED;
    private Removal removalByZero = Removal.SETS_ZERO;
    private Unset unset = Unset.ABSENT;
    private BudgetForm budgetForm = BudgetForm.FULL;
    private Casing casing = Casing.CAMEL;
    private NextLinks nextLinks = NextLinks.WITHOUT_VERSION;
    private int pageSize = LARGEST_PAGE;
    private Latency latency = Latency.none();
    private Duration staleReads = Duration.ZERO;
    private Duration clockSkew = Duration.ZERO;
    private RequestIds requestIds = RequestIds.IGNORED;
    private Duration requestIdsKept = Duration.ofMinutes(5);
    private Duration auditDelay = Duration.ZERO;
    private AuditCorrelation auditCorrelation = AuditCorrelation.OF_THE_REQUEST;
    private AuditKinds auditKinds = AuditKinds.KNOWN;
    private AuditFields auditFields = AuditFields.ALL;
    private AuditedApi auditedApi = AuditedApi.RECORDED;

    private Behaviour() {}

    /** As the documents have it. */
    public static Behaviour documented() {
        return new Behaviour();
    }

    private Behaviour changed(Consumer<Behaviour> change) {
        Behaviour copy = clone();
        change.accept(copy);
        copy.refuseNonsense();
        return copy;
    }

    // Copies every field, also one that is added later; a copying constructor can forget one.
    @Override
    protected Behaviour clone() {
        try {
            return (Behaviour) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Behaviour is Cloneable", e);
        }
    }

    private void refuseNonsense() {
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to 500 items, not " + pageSize);
        }
        if (staleReads.isNegative() || requestIdsKept.isNegative() || auditDelay.isNegative()) {
            throw new IllegalArgumentException("a time below zero");
        }
    }

    /** The routes whose JSON answers begin with the bytes EF BB BF. */
    public Set<Route> byteOrderMark() {
        return byteOrderMark;
    }

    public Behaviour withByteOrderMark(Set<Route> routes) {
        return changed(copy -> copy.byteOrderMark = Set.copyOf(routes));
    }

    boolean marksWithByteOrderMark(Route route) {
        return byteOrderMark.contains(route);
    }

    public Removal removalByNull() {
        return removalByNull;
    }

    public Behaviour withRemovalByNull(Removal removal) {
        return changed(copy -> copy.removalByNull = removal);
    }

    public Removal removalByOmission() {
        return removalByOmission;
    }

    public Behaviour withRemovalByOmission(Removal removal) {
        return changed(copy -> copy.removalByOmission = removal);
    }

    public Removal removalByZero() {
        return removalByZero;
    }

    public Behaviour withRemovalByZero(Removal removal) {
        return changed(copy -> copy.removalByZero = removal);
    }

    public Unset unset() {
        return unset;
    }

    public Behaviour withUnset(Unset unset) {
        return changed(copy -> copy.unset = unset);
    }

    public BudgetForm budgetForm() {
        return budgetForm;
    }

    public Behaviour withBudgetForm(BudgetForm budgetForm) {
        return changed(copy -> copy.budgetForm = budgetForm);
    }

    public Casing casing() {
        return casing;
    }

    public Behaviour withCasing(Casing casing) {
        return changed(copy -> copy.casing = casing);
    }

    public NextLinks nextLinks() {
        return nextLinks;
    }

    public Behaviour withNextLinks(NextLinks nextLinks) {
        return changed(copy -> copy.nextLinks = nextLinks);
    }

    /** Most items in a page, whatever is asked for, 1 to 500. */
    public int pageSize() {
        return pageSize;
    }

    public Behaviour withPageSize(int pageSize) {
        return changed(copy -> copy.pageSize = pageSize);
    }

    /** Of every answer. */
    public Latency latency() {
        return latency;
    }

    public Behaviour withLatency(Latency latency) {
        return changed(copy -> copy.latency = latency);
    }

    /** How long after a PATCH its effect is not seen by readers. */
    public Duration staleReads() {
        return staleReads;
    }

    public Behaviour withStaleReads(Duration staleReads) {
        return changed(copy -> copy.staleReads = staleReads);
    }

    /** How far {@code Date} and dates in {@code Retry-After} are ahead of the time; may be below zero. */
    public Duration clockSkew() {
        return clockSkew;
    }

    public Behaviour withClockSkew(Duration clockSkew) {
        return changed(copy -> copy.clockSkew = clockSkew);
    }

    public RequestIds requestIds() {
        return requestIds;
    }

    public Behaviour withRequestIds(RequestIds requestIds) {
        return changed(copy -> copy.requestIds = requestIds);
    }

    /** How long {@link RequestIds#HONOURED_FOR_A_WHILE} is. */
    public Duration requestIdsKept() {
        return requestIdsKept;
    }

    public Behaviour withRequestIdsKept(Duration requestIdsKept) {
        return changed(copy -> copy.requestIdsKept = requestIdsKept);
    }

    /** How long after a change its audit record appears. */
    public Duration auditDelay() {
        return auditDelay;
    }

    public Behaviour withAuditDelay(Duration auditDelay) {
        return changed(copy -> copy.auditDelay = auditDelay);
    }

    public AuditCorrelation auditCorrelation() {
        return auditCorrelation;
    }

    public Behaviour withAuditCorrelation(AuditCorrelation auditCorrelation) {
        return changed(copy -> copy.auditCorrelation = auditCorrelation);
    }

    public AuditKinds auditKinds() {
        return auditKinds;
    }

    public Behaviour withAuditKinds(AuditKinds auditKinds) {
        return changed(copy -> copy.auditKinds = auditKinds);
    }

    public AuditFields auditFields() {
        return auditFields;
    }

    public Behaviour withAuditFields(AuditFields auditFields) {
        return changed(copy -> copy.auditFields = auditFields);
    }

    public AuditedApi auditedApi() {
        return auditedApi;
    }

    public Behaviour withAuditedApi(AuditedApi auditedApi) {
        return changed(copy -> copy.auditedApi = auditedApi);
    }
}
