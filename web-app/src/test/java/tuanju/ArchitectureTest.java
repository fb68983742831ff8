package tuanju;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house stands as drawn: modules use only what they declare, and never in a circle. */
class ArchitectureTest {

    @Test
    void modulesUseOnlyWhatTheyDeclareAndNeverInACircle() {
        ApplicationModules.of(TuanjuApplication.class).verify();
    }
}
