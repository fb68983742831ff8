package tuanju.upkeep;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.invariant.InvariantCheck;
import tuanju.invariant.InvariantWatch;

/** An operator looks at one claim again, now that somebody has put it right. */
@Component
@RequiredArgsConstructor
class Looking {

    private final InvariantWatch invariants;

    /** How every claim stood when it was last looked at, what holds money back first. */
    List<InvariantCheck> all() {
        return invariants.checks();
    }

    /** How it stands now; what could not be seen stays as it was seen before. Refuses (404) what is no claim. */
    InvariantCheck look(String claim) {
        invariants.look(claim);
        return all().stream().filter(it -> it.claim().equals(claim)).findFirst().orElseThrow(NotFound::new);
    }
}
