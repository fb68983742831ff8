package tuanju.member;

import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Whether every operator must have a second factor (tuanju.operator.second-factor): "required", or else "offered", where only
 * who has set one up must show it. Asked anew at every operator request.
 */
@Component
@NamedInterface("rooms")
public class SecondFactorDuty {

    private static final String SETTING = "tuanju.operator.second-factor";

    private final Environment environment;

    private enum Duty {
        REQUIRED,
        OFFERED
    }

    /** Refuses a word that is neither, so that it stops the start and not the first operator. */
    public SecondFactorDuty(Environment environment) {
        this.environment = environment;
        duty();
    }

    boolean isOnEverybody() {
        return duty() == Duty.REQUIRED;
    }

    private Duty duty() {
        return Duty.valueOf(environment.getProperty(SETTING, "offered").strip().toUpperCase(Locale.ROOT));
    }
}
