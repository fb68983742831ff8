package tuanju.taster;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.membership.Membership;
import tuanju.membership.Memberships;

/** Who left a community, or was taken out of it, looks after nothing there. */
@Component
@RequiredArgsConstructor
class TastersBelong {

    private final Memberships memberships;

    /** Whether they look after it, and belong there. */
    boolean is(Taster taster) {
        return taster.isActive()
                && memberships
                        .of(taster.member(), taster.community())
                        .filter(Membership::isActive)
                        .isPresent();
    }

    /** Refuses with CannotTaste who does not. */
    void must(Taster taster) {
        if (!is(taster)) {
            throw CannotTaste.over();
        }
    }
}
