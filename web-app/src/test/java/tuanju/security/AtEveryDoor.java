package tuanju.security;

import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
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
    private Map<String, RequestMappingHandlerMapping> mappings = Map.of();

    @BeforeAll
    void somethingBelongsToSomebody() {
        world.found();
    }

    /** The handlers behind the doors. */
    final Collection<RequestMappingHandlerMapping> mappings() {
        return mappings.values();
    }
}
