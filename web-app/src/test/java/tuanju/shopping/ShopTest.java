package tuanju.shopping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import support.TestDatabase;
import tuanju.TuanjuApplication;

/** A test of what shoppers see, through a real port: the sandbox provider calls back over HTTP. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = TuanjuApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"tuanju.per-address.codes-per-hour=10000", "tuanju.per-address.code-tries-per-hour=10000"})
@Import({TestDatabase.class, Street.class, Statements.class})
@ActiveProfiles("test")
@interface ShopTest {}
