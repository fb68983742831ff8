package tuanju.deputy;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.member.SecondStep;
import tuanju.member.SignedIn;

/** Leaders, and who stands in for one, begin with what closes, arrives and waits today. */
@Component
@RequiredArgsConstructor
class LeadersWorkplace implements SecondStep.Workplace {

    private final Leading leading;

    @Override
    public Optional<String> of(SignedIn me) {
        return leading.leadsOrStandsIn(me.member()) ? Optional.of("/lead") : Optional.empty();
    }
}
