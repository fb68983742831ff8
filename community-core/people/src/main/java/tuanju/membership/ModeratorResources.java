package tuanju.membership;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

/** For operators over REST: who decides in a community about what is reported. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/communities/{community}/moderators")
class ModeratorResources {

    private final Moderators moderators;

    /** Somebody who moderates there. */
    record Moderator(UUID member, String name, String phone, Instant since) {}

    record All(List<Moderator> items) {}

    /** The one who has done it longest first. */
    @GetMapping
    All all(@PathVariable String community) {
        return new All(moderators.of(moderators.here(community)).stream()
                .map(it -> new Moderator(
                        it.card().id().value(), it.card().name(), it.card().maskedPhone(), it.since()))
                .toList());
    }

    @PutMapping("/{member}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void appoint(@AuthenticationPrincipal SignedIn me, @PathVariable String community, @PathVariable UUID member) {
        moderators.appoint(community, new MemberId(member), me.member());
    }

    @DeleteMapping("/{member}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@AuthenticationPrincipal SignedIn me, @PathVariable String community, @PathVariable UUID member) {
        moderators.dismiss(community, new MemberId(member), me.member());
    }
}
