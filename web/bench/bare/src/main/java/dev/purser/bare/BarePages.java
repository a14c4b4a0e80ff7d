package dev.purser.bare;

import io.quarkus.panache.common.Sort;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The two lists. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class BarePages {

    private static final int ROWS = 50;
    private static final String FILLING = "status status--warn, not read for two hours and a quarter; ";

    record Customers(List<BareCustomer> customers, String filling) implements TemplateInstance {}

    record History(List<BareEntry> entries, String filling) implements TemplateInstance {}

    /** @param filling how many characters each row lacks */
    @GET
    @Path("customers")
    public TemplateInstance customers(@QueryParam("filling") @DefaultValue("0") int filling) {
        List<BareCustomer> customers = BareCustomer.<BareCustomer>findAll(Sort.descending("used", "account", "tenant"))
                .page(0, ROWS)
                .list();
        return new Customers(customers, filled(filling));
    }

    /** @param filling how many characters each row lacks */
    @GET
    @Path("history")
    public TemplateInstance history(@QueryParam("filling") @DefaultValue("0") int filling) {
        List<BareEntry> entries = BareEntry.<BareEntry>findAll(Sort.descending("id"))
                .page(0, ROWS)
                .list();
        return new History(entries, filled(filling));
    }

    private static String filled(int length) {
        return FILLING.repeat(length / FILLING.length() + 1).substring(0, length);
    }
}
