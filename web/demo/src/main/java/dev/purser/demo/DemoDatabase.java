package dev.purser.demo;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of the portal, which the demo fills with what a first day cannot have. */
final class DemoDatabase {

    static final String ACCOUNT = "nordstern";

    private DemoDatabase() {}

    /** Where it is, the portal tells in the process that it shares with the demo. */
    static Connection open() throws SQLException {
        var database = new PGSimpleDataSource();
        database.setUrl(System.getProperty("quarkus.datasource.jdbc.url"));
        database.setUser(System.getProperty("quarkus.datasource.username"));
        database.setPassword(System.getProperty("quarkus.datasource.password"));
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
