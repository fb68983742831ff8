package tuanju.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProblemKindsTest {

    private static final class Away extends Refusal {
        Away() {
            super(503, "somebody-away");
        }
    }

    @Test
    @DisplayName("F-30 F-31 whoever is told \"not now\" is told when to come again, whoever is away")
    void sayWhenToComeAgain() {
        assertThat(ProblemKinds.of(new Away()).orElseThrow().headers()).containsKey("Retry-After");
    }

    @Test
    void sayNothingOfTimeWhereARefusalIsForGood() {
        assertThat(ProblemKinds.of(new NotFound()).orElseThrow().headers()).isEmpty();
    }
}
