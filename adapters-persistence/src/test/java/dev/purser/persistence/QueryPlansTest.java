package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

/** What Hibernate keeps of queries, so that it need not work them out again. */
@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class QueryPlansTest {

    @Inject
    ChangeStories stories;

    @Inject
    Installation installation;

    @Inject
    SessionFactory sessions;

    @Test
    void keepsOnePlanOfAQueryHoweverOftenItIsMade() {
        carryOutAChange();
        var plans = plans();

        carryOutAChange();
        carryOutAChange();

        assertThat(plans()).isPositive().isEqualTo(plans);
    }

    private void carryOutAChange() {
        installation.endOpenChanges();
        var customer = installation.customer(Installation.newAccount(), "Contoso", "");
        stories.accepted(customer, installation.person("Ada Lovelace"));
        stories.confirm(stories.intended());
    }

    private int plans() {
        return sessions.unwrap(SessionFactoryImplementor.class)
                .getQueryEngine()
                .getInterpretationCache()
                .getNumberOfCachedQueryPlans();
    }
}
