package dev.purser.demo;

import dev.purser.demo.SimulatedMicrosoft.Customer;
import dev.purser.demo.signin.DemoPeople;
import dev.purser.demo.signin.DemoPerson;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** The people of the demo at work: their sessions over plain HTTP, and customers that no other test touches. */
final class People {

    private static final int OF_MARA = 212;
    /** Those that tests, screenshots or the demo's own trouble mean by name come first. */
    private static final int NAMED = 24;

    private final RunningDemo demo;
    private final Map<DemoPerson, Visitor> sessions = new HashMap<>();
    private final Queue<Customer> ofMara;
    private final Queue<Customer> ofTomas;
    private final Customer seenAlone;

    People(RunningDemo demo) {
        this.demo = demo;
        var all = demo.microsoft().customers();
        this.ofMara = new ArrayDeque<>(ordinary(all.subList(NAMED, OF_MARA)));
        this.ofTomas = new ArrayDeque<>(ordinary(all.subList(OF_MARA, all.size())));
        this.seenAlone = customerOfMara(BigDecimal.valueOf(3_000));
    }

    /**
     * With a budget large enough for a few hundred more, of which some is spent and not all: nothing but what a test does
     * calls for a review or a notice.
     */
    private static List<Customer> ordinary(List<Customer> customers) {
        return customers.stream()
                .filter(customer -> Currency.getInstance(customer.currency()).getDefaultFractionDigits() == 2)
                .filter(customer -> customer.budget()
                        .filter(budget -> budget.compareTo(BigDecimal.valueOf(700)) > 0)
                        .filter(budget -> budget.compareTo(BigDecimal.valueOf(5_000_000)) < 0)
                        .filter(budget -> customer.spent()
                                .filter(spent -> spent.signum() > 0 && spent.compareTo(budget) < 0)
                                .isPresent())
                        .isPresent())
                .toList();
    }

    /** A customer of Mara's for tests that change nothing; its budget is not below 3,000. */
    Customer customerToLookAt() {
        return seenAlone;
    }

    /** A customer of Mara's for one test alone. */
    Customer customerOfMara() {
        return ofMara.remove();
    }

    /** One whose budget is not below that. */
    Customer customerOfMara(BigDecimal least) {
        var found = ofMara.stream()
                .filter(customer -> customer.amount().compareTo(least) >= 0)
                .findFirst()
                .orElseThrow();
        ofMara.remove(found);
        return found;
    }

    /** A customer of Tomás's for one test alone, foreign to Mara. */
    Customer customerOfTomas() {
        return ofTomas.remove();
    }

    /** The session of that person, over plain HTTP. Who signs people out takes sessions of their own. */
    Visitor as(DemoPerson person) {
        return sessions.computeIfAbsent(person, it -> Visitor.signedIn(demo, it));
    }

    Visitor mara() {
        return as(DemoPeople.MARA);
    }

    /** After somebody signed this person out, which ends all their sessions. */
    void forget(DemoPerson person) {
        sessions.remove(person);
    }
}
