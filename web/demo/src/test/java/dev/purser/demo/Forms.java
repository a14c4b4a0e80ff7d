package dev.purser.demo;

import dev.purser.demo.SimulatedMicrosoft.Customer;
import java.util.Map;

/** Filled-in forms of customers' pages, as a browser would send them. */
final class Forms {

    private Forms() {}

    /** Whatever the budget is, a little more. */
    static Map<String, String> raise(Visitor visitor, Customer customer) {
        return raise(visitor, customer.page());
    }

    static Map<String, String> raise(Visitor visitor, String page) {
        return budget(visitor, page, "+1");
    }

    static Map<String, String> budget(Visitor visitor, String page, String amount) {
        var shown = visitor.get(page);
        var form = Visitor.hidden(shown.body());
        if (!form.containsKey("change")) {
            throw new AssertionError("There is no form on " + page + "\n" + shown.body());
        }
        form.put("amount", amount);
        form.put("reason", "Correction");
        form.put("ticket", "");
        return form;
    }
}
