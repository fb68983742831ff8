package tuanju.membership;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;

/** Somebody's own memberships, for programs; joining and leaving are each said once or twice. */
@RestController
@RequiredArgsConstructor
class MembershipResources {

    private final Memberships memberships;
    private final Communities communities;

    /**
     * A community the caller belongs to.
     *
     * @param community its short code
     * @param level what they may see there: LEVEL_1 to LEVEL_9 need as much; never what they spent
     */
    record Mine(String community, String name, Role role, int level, Source source, Instant joined) {}

    record All(List<Mine> items) {}

    /** The latest first. */
    @GetMapping("/api/v1/me/memberships")
    All all(@AuthenticationPrincipal SignedIn me) {
        return new All(memberships.of(me.member()).stream().map(this::mine).toList());
    }

    @PutMapping("/api/v1/communities/{community}/membership")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void join(@AuthenticationPrincipal SignedIn me, @PathVariable String community) {
        memberships.join(me.member(), here(community));
    }

    @DeleteMapping("/api/v1/communities/{community}/membership")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@AuthenticationPrincipal SignedIn me, @PathVariable String community) {
        memberships.leave(me.member(), here(community));
    }

    private Mine mine(Membership it) {
        var here = communities.get(it.community());
        return new Mine(here.shortCode(), here.name(), it.role(), it.level(), it.source(), it.joined());
    }

    private CommunityId here(String shortCode) {
        return communities.find(shortCode).orElseThrow(NotFound::new).id();
    }
}
