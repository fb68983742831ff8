package tuanju.payment.providers;

import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox once more, as the provider "faulty", at the end of a line that tests break. */
@TestConfiguration(proxyBeanMethods = false)
public class FaultySandbox {

    @Bean
    PaymentProvider faultyProvider(Supplier<URI> line, SandboxClient.Identity identity, JsonMapper json, Clock clock) {
        return new SandboxProvider("faulty", new SandboxClient(line, identity, json, clock), json);
    }
}
