package support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of modules on a real PostgreSQL, all with the same context, so that it starts once. Without a sandbox: it has no web
 * server to ask, and its jobs would take refunds from the payment tests' program on the same database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "tuanju.payment.providers=offline")
@AutoConfigureMockMvc(print = MockMvcPrint.LOG_DEBUG)
@Import({TestDatabase.class, Residents.class, Furniture.class})
@ActiveProfiles("test")
public @interface ModuleTest {}
