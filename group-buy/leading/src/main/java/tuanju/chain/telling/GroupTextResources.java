package tuanju.chain.telling;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;

/** The texts for the group, for programs that post them; those that fit this moment first. */
@RestController
@RequiredArgsConstructor
class GroupTextResources {

    private final OrderCycles cycles;
    private final GroupTexts texts;

    @GetMapping("/api/v1/cycles/{code}/group-texts")
    List<GroupText> all(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return texts.of(cycles.ledBy(me.member(), code));
    }
}
