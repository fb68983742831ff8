package tuanju.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The two roles of the embedded database: the owner changes tables and takes copies, the program reads and writes rows.
 * Neither has a password. The server hears the loopback only, and whoever runs code as the program can read the data folder
 * whatever is asked at the door; what the second role holds up is a statement that somebody smuggles in.
 */
final class EmbeddedRoles {

    static final String OWNER = "postgres";
    static final String PROGRAM = "tuanju_app";

    private EmbeddedRoles() {}

    /** Makes the program's role where there is none: in a new database, and in one that an older version worked in. */
    static void make(JdbcClient asOwner) {
        boolean known = asOwner.sql("select exists (select from pg_roles where rolname = ?)")
                .param(PROGRAM)
                .query(Boolean.class)
                .single();
        if (!known) {
            asOwner.sql("create role " + PROGRAM + " login").update();
        }
        // a role may set its own defaults, such as synchronous_commit = off: none of them outlives a start
        asOwner.sql("alter role " + PROGRAM + " reset all").update();
        closeLargeObjects(asOwner);
    }

    /** A second store beside the tables, which everybody may write to by default and nobody looks at. */
    private static void closeLargeObjects(JdbcClient asOwner) {
        asOwner.sql("""
                        select oid::regprocedure::text from pg_proc
                        where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(lo_|loread|lowrite)'
                        """)
                .query(String.class)
                .list()
                .forEach(it -> asOwner.sql("revoke execute on function " + it + " from public")
                        .update());
    }
}
