package tuanju.sandbox;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The sandbox exists only where {@code tuanju.payment.providers} lists it; unless it says so, not in production. */
public final class SandboxListed implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return providers(context.getEnvironment()).contains("sandbox");
    }

    /** The providers of this installation, in display order. */
    public static List<String> providers(Environment environment) {
        return Binder.get(environment)
                .bind("tuanju.payment.providers", Bindable.listOf(String.class))
                .orElse(
                        environment.acceptsProfiles(Profiles.of("production"))
                                ? List.of("offline")
                                : List.of("sandbox", "offline"));
    }
}
