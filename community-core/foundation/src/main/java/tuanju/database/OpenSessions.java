package tuanju.database;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people have open in browsers. Ended here it is ended in the caller's transaction: together with the right that was
 * taken away, and not at all where that fails.
 */
@Component
@RequiredArgsConstructor
public class OpenSessions {

    private final JdbcClient jdbc;

    /** Ends all of one person, told by the name they are signed in under; answers how many there were. */
    public int endAll(String principal) {
        return jdbc.sql("delete from spring_session where principal_name = :principal")
                .param("principal", principal)
                .update();
    }
}
