package tuanju.database;

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
    }
}
