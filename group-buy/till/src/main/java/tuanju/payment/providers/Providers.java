package tuanju.payment.providers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tuanju.sandbox.SandboxListed;

/** The providers of this installation, as {@code tuanju.payment.providers} lists them. */
@Component
public class Providers {

    private final List<String> names;
    private final Map<String, PaymentProvider> byName;

    Providers(List<PaymentProvider> known, Environment environment) {
        byName = known.stream().collect(Collectors.toMap(PaymentProvider::name, Function.identity()));
        names = SandboxListed.providers(environment);
        var unknown = names.stream().filter(it -> !byName.containsKey(it)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("tuanju.payment.providers lists " + unknown + ", but there are only "
                    + byName.keySet().stream().sorted().toList());
        }
    }

    public List<String> names() {
        return names;
    }

    public Optional<PaymentProvider> find(String name) {
        return Optional.ofNullable(byName.get(name)).filter(it -> names.contains(name));
    }

    /** The same, where it can do this as well. */
    public <P extends PaymentProvider> Optional<P> find(String name, Class<P> able) {
        return find(name).filter(able::isInstance).map(able::cast);
    }

    /** For what is stored: its provider was listed when it was made. */
    public PaymentProvider get(String name) {
        return find(name).orElseThrow(ProviderUnavailable::new);
    }
}
