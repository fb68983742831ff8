package tuanju.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import support.Statements;
import tuanju.WebTest;

/** A test that goes from door to door of the program; something stands behind each, and it belongs to somebody. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtEveryDoor {

    @Autowired
    DoorWorld world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    @Autowired
    private Map<String, RequestMappingHandlerMapping> mappings = Map.of();

    @BeforeAll
    void somethingBelongsToSomebody() {
        world.found();
    }

    /** The handlers behind the doors. */
    final Collection<RequestMappingHandlerMapping> mappings() {
        return mappings.values();
    }

    /**
     * Whether something is stored by what is refused. All tables are compared only around requests with a statement that
     * could have: most refusals come before any.
     */
    final boolean isStoredBy(List<Runnable> refused) {
        var suspects = refused.stream()
                .filter(it -> Stored.couldBeBy(statements.ofThisThread(it)))
                .toList();
        return !suspects.isEmpty() && Stored.by(() -> suspects.forEach(Runnable::run), jdbc);
    }
}
