package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.domain.history.Database;
import dev.purser.domain.rights.Grants;
import dev.purser.domain.rights.Selection;
import dev.purser.domain.rights.Sharing;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class AppendOnlyTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String RESTRICT_VIOLATION = "23001";

    @Inject
    Installation installation;

    @Inject
    Database database;

    @Inject
    DataSource application;

    @Inject
    Grants grants;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update entry set reason = 'another'",
                "delete from entry",
                "truncate entry",
                "delete from entry_stream",
                "truncate entry_stream cascade",
                "update entry_customer set account = 'another'",
                "delete from entry_customer",
                "truncate entry_customer",
                "alter table entry disable trigger all",
                "drop table entry",
                "create table mine (id int)",
                "create schema mine",
                "create or replace function refuse_to_rewrite_history() returns trigger language plpgsql as 'begin end'"
            })
    void letsTheApplicationRewriteNothing(String sql) throws SQLException {
        try (var connection = application.getConnection()) {
            assertRefused(connection, sql, INSUFFICIENT_PRIVILEGE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update entry set reason = 'another'",
                "delete from entry",
                "truncate entry",
                "delete from entry_stream",
                "truncate entry_stream cascade",
                "update entry_customer set account = 'another'",
                "delete from entry_customer",
                "truncate entry_customer"
            })
    void letsNotEvenTheOwnerRewriteTheHistory(String sql) throws SQLException {
        var administrator = installation.administratorSignsIn();
        var customer = installation.customer(Installation.newAccount(), "Contoso", "");
        grants.share(new Grants.Order(
                administrator, administrator, Sharing.GRANT, new Selection.These(Set.of(customer)), "Test"));
        try (var owner = installation.asOwner()) {
            assertRefused(owner, sql, RESTRICT_VIOLATION);
        }
    }

    @Test
    void ownsNothingAsTheApplication() {
        assertThat(installation.rows("""
                        select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
                        where r.rolname = current_user
                        union select p.proname from pg_proc p join pg_roles r on r.oid = p.proowner
                        where r.rolname = current_user
                        union select n.nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner
                        where r.rolname = current_user
                        union select 'superuser' from pg_roles
                        where rolname = current_user and (rolsuper or rolcreaterole or rolcreatedb)
                        union select 'member' from pg_auth_members m join pg_roles r on r.oid = m.member
                        where r.rolname = current_user""")).isEmpty();
    }

    @Test
    void mayDoToEachTableWhatItNeedsAndNothingElse() {
        assertThat(installation.rows("""
                        select table_name, string_agg(privilege_type, ' ' order by privilege_type)
                        from information_schema.role_table_grants
                        where table_schema = 'public' and grantee in (current_user, 'PUBLIC')
                        group by table_name order by table_name"""))
                .containsExactly(
                        List.of("account_state", "INSERT SELECT UPDATE"),
                        List.of("activity", "INSERT SELECT"),
                        List.of("activity_state", "INSERT SELECT UPDATE"),
                        List.of("attempt", "INSERT SELECT UPDATE"),
                        List.of("change", "INSERT SELECT UPDATE"),
                        List.of("customer", "INSERT SELECT UPDATE"),
                        List.of("customer_lease", "INSERT SELECT UPDATE"),
                        List.of("entry", "INSERT SELECT"),
                        List.of("entry_customer", "INSERT SELECT"),
                        List.of("entry_stream", "INSERT SELECT UPDATE"),
                        List.of("person", "DELETE INSERT SELECT UPDATE"),
                        List.of("portfolio", "DELETE INSERT SELECT"),
                        List.of("refresh_token", "DELETE INSERT SELECT UPDATE"),
                        List.of("scheduled_tasks", "DELETE INSERT SELECT UPDATE"),
                        List.of("spend_day", "INSERT SELECT UPDATE"));
        assertThat(installation.rows("""
                        select table_name, column_name, privilege_type from information_schema.role_column_grants g
                        where table_schema = 'public' and grantee in (current_user, 'PUBLIC')
                          and not exists (select 1 from information_schema.role_table_grants t
                                          where t.table_schema = 'public' and t.table_name = g.table_name
                                            and t.privilege_type = g.privilege_type)""")).containsExactly(List.of("activity", "text", "UPDATE"));
    }

    @Test
    void leavesNoTableWithoutADecision() {
        assertThat(installation.rows(
                        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                                + " and not has_table_privilege(oid, 'select')"))
                .containsExactly(List.of("flyway_schema_history"));
    }

    @Test
    void saysThatTheHistoryIsAppendOnly() {
        var condition = database.condition();

        assertThat(condition.guard()).isEqualTo(Database.Guard.APPEND_ONLY);
        assertThat(condition.product()).startsWith("PostgreSQL 18");
        assertThat(condition.answered()).isPositive();
    }

    private static void assertRefused(Connection connection, String sql, String state) {
        assertThatThrownBy(() -> Installation.execute(connection, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(state));
    }
}
