package tuanju.payment.providers;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import tuanju.sandbox.SandboxAddress;
import tuanju.sandbox.SandboxListed;
import tuanju.sandbox.SandboxMerchants;

/** Makes us a merchant of the sandbox where it is listed. */
@Configuration(proxyBeanMethods = false)
@Conditional(SandboxListed.class)
class SandboxConfiguration {

    @Bean
    PaymentProvider sandboxProvider(
            SandboxClient.Identity identity, SandboxAddress address, JsonMapper json, Clock clock) {
        return new SandboxProvider("sandbox", new SandboxClient(address::base, identity, json, clock), json);
    }

    @Bean
    SandboxClient.Identity sandboxIdentity(ProviderKeys keys, SandboxMerchants merchants) {
        var own = keys.of("sandbox");
        return new SandboxClient.Identity(
                SandboxProvider.MERCHANT, own, merchants.onboard(SandboxProvider.MERCHANT, own.getPublic()));
    }
}
