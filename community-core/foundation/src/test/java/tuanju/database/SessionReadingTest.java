package tuanju.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.Serializable;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.ActiveProfiles;
import support.TestDatabase;

@SpringBootTest
@Import(TestDatabase.class)
@ActiveProfiles("test")
class SessionReadingTest {

    private record Kept(String word) implements Serializable {}

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatASessionKeepsComesBack(@Autowired SessionRepository<? extends Session> sessions) {
        var id = begun(sessions);
        assertThat(find(sessions, id).<Kept>getAttribute("kept")).isEqualTo(new Kept("灯笼"));
    }

    @Test
    @DisplayName("W-01 a session that cannot be read is a session of nobody: its member signs in again")
    void aSessionThatCannotBeReadIsOfNobody(@Autowired SessionRepository<? extends Session> sessions) {
        var id = begun(sessions);
        jdbc.sql("""
                        update spring_session_attributes set attribute_bytes = :nonsense where session_primary_id =
                            (select primary_id from spring_session where session_id = :id)
                        """).param("nonsense", new byte[] {1, 2, 3}).param("id", id).update();
        assertThat(find(sessions, id).<Kept>getAttribute("kept")).isNull();
    }

    @Test
    @DisplayName("W-18 what no session of ours is made of is not brought to life")
    void whatIsNotOursIsNotBroughtToLife(@Autowired SessionRepository<? extends Session> sessions) {
        var id = begun(sessions, new File("/etc/hostname"));
        assertThat(find(sessions, id).<File>getAttribute("kept")).isNull();
    }

    private static String begun(SessionRepository<? extends Session> sessions) {
        return begun(sessions, new Kept("灯笼"));
    }

    private static <S extends Session> String begun(SessionRepository<S> sessions, Object kept) {
        var session = sessions.createSession();
        session.setAttribute("kept", kept);
        sessions.save(session);
        return session.getId();
    }

    private static Session find(SessionRepository<? extends Session> sessions, String id) {
        return Objects.requireNonNull(sessions.findById(id));
    }
}
