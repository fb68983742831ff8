package tuanju;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import support.Neighbourhoods;
import support.Residents;
import support.Statements;
import support.TeamNeighbourhoods;
import support.TestDatabase;
import support.Till;
import tuanju.payment.Cards;
import tuanju.security.DoorWorld;
import tuanju.shopping.Street;

/**
 * A test of the whole program through its HTTP door, with the real security and a real database: in the same thread or
 * through a real port. One context for all, because starting it takes longer than most classes. Exchanges are not written
 * down in case one fails: a test says itself what it was told.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = TuanjuApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc(print = MockMvcPrint.LOG_DEBUG)
@Import({
    TestDatabase.class,
    Residents.class,
    Neighbourhoods.class,
    TeamNeighbourhoods.class,
    Till.class,
    Cards.class,
    DoorWorld.class,
    Street.class,
    Statements.class
})
@ActiveProfiles("test")
public @interface WebTest {}
