package tuanju.cycle.ordering;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.link.BroughtResource;
import tuanju.link.PageLinks;
import tuanju.member.SignedIn;

/** What links to a leader's cycle brought, for programs. Others find nothing here. */
@RestController
@RequiredArgsConstructor
class CycleLinkResources {

    private final OrderCycles cycles;
    private final PageLinks links;

    /** The links that brought most orders, at most 20. */
    record Links(List<BroughtResource> items) {}

    @GetMapping("/api/v1/cycles/{code}/links")
    Links brought(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        var cycle = cycles.ledBy(me.member(), code);
        return new Links(links.to(cycle.community(), List.of(code), me.member()).stream()
                .map(BroughtResource::of)
                .toList());
    }
}
