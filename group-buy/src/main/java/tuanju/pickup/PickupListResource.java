package tuanju.pickup;

import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tuanju.member.SignedIn;

/** A cycle's lists as JSON, for the leader of that cycle. */
@RestController
@RequiredArgsConstructor
class PickupListResource {

    private final LedCycles cycles;
    private final PickupSheets sheets;

    @GetMapping("/api/v1/cycles/{code}/lists/{arrangement:by-[a-z]+}")
    ListView list(@AuthenticationPrincipal SignedIn me, @PathVariable String code, @PathVariable String arrangement) {
        var wanted = Arrangement.of(arrangement);
        var proven = sheets.proven(cycles.of(me.member(), code), wanted);
        return ListView.of(proven.list(), Imprint.versionOf(proven.sheet()));
    }
}
