package tuanju.cycle.steering;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;
import tuanju.membership.Visibility;

/** Who may see a cycle, said by its leader's program. Others find nothing here. */
@RestController
@RequiredArgsConstructor
class CycleVisibilityResources {

    private final OrderCycles cycles;
    private final CycleVisibility visibility;

    /** PUBLIC, MEMBERS, or LEVEL_1 to LEVEL_9. */
    record Wanted(@Nullable String visibility) {}

    @PutMapping("/api/v1/cycles/{code}/visibility")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Wanted wanted) {
        var cycle = cycles.ledBy(me.member(), code);
        if (wanted.visibility() == null) {
            throw new Invalid("visibility", "visibility-unknown");
        }
        visibility.set(me.member(), cycle, Visibility.of(wanted.visibility()));
    }
}
