package dev.purser.demo.signin;

import java.util.List;

/** The people of the demo. What they say of their customers is made true by whoever sets up the portfolios. */
public final class DemoPeople {
    private static final String ACCOUNT_MANAGER = "account-manager";

    public static final DemoPerson MARA = new DemoPerson(
            "mara",
            "Mara Lindqvist",
            "mara.lindqvist@partner.example",
            "Account manager of 212 customers. Sees and changes their budgets.",
            List.of(ACCOUNT_MANAGER));

    public static final DemoPerson TOMAS = new DemoPerson(
            "tomas",
            "Tomás Oliveira",
            "tomas.oliveira@partner.example",
            "Account manager of 88 other customers.",
            List.of(ACCOUNT_MANAGER));

    public static final DemoPerson INGRID = new DemoPerson(
            "ingrid",
            "Ingrid Baum",
            "ingrid.baum@partner.example",
            "Auditor. Reads and proves the whole history, changes nothing.",
            List.of("auditor"));

    public static final DemoPerson PRIYA = new DemoPerson(
            "priya",
            "Priya Raman",
            "priya.raman@partner.example",
            "Administrator. Accounts, portfolios, policies; no budgets.",
            List.of("administrator"));

    public static final DemoPerson NOOR = new DemoPerson(
            "noor",
            "Noor Haddad",
            "noor.haddad@partner.example",
            "Account manager without customers yet. Shows the empty pages.",
            List.of(ACCOUNT_MANAGER));

    public static final DemoPerson LEE = new DemoPerson(
            "lee",
            "Lee Novak",
            "lee.novak@partner.example",
            "Signed in without a role yet. Shows what strangers see.",
            List.of());

    /** In the order of the sign-in page. */
    public static final List<DemoPerson> ALL = List.of(MARA, TOMAS, INGRID, PRIYA, NOOR, LEE);

    private DemoPeople() {}
}
