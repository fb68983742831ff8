package tuanju.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.ActiveProfiles;
import support.TestDatabase;

@SpringBootTest
@Import(TestDatabase.class)
@ActiveProfiles("test")
class SessionWritingTest {

    @Test
    @DisplayName("R-16 two tabs of one browser that keep something at one moment are both answered")
    void twoTabsKeepSomethingAtOneMoment(@Autowired SessionRepository<? extends Session> sessions) {
        bothTabsKeepSomething(sessions);
    }

    private static <S extends Session> void bothTabsKeepSomething(SessionRepository<S> sessions) {
        var id = begun(sessions);
        var one = find(sessions, id);
        var other = find(sessions, id);
        one.setAttribute("told", "one");
        other.setAttribute("told", "other");

        sessions.save(one);
        sessions.save(other);

        assertThat(find(sessions, id).<String>getAttribute("told")).isEqualTo("other");
    }

    private static <S extends Session> String begun(SessionRepository<S> sessions) {
        var session = sessions.createSession();
        sessions.save(session);
        return session.getId();
    }

    private static <S extends Session> S find(SessionRepository<S> sessions, String id) {
        return Objects.requireNonNull(sessions.findById(id));
    }
}
