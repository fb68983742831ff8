package tuanju.deputy;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;

/** The way to a deputy's work, on their own page. */
@Component
@Order(40)
@RequiredArgsConstructor
class HelpLinks implements MeLinks {

    private final Deputies deputies;

    @Override
    public List<MeLink> of(SignedIn me) {
        return deputies.standingIn(me.member()).isEmpty()
                ? List.of()
                : List.of(new MeLink("deputy.me.helping", "deputy.me.helping-text", "/lead/helping", "people"));
    }
}
