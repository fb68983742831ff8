package tuanju.community;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.NotFound;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** For operators over REST: who leads where, and ending it where they must. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator")
class LeaderDeskResources {

    private static final int PAGE = 50;

    private final LeaderDesk desk;
    private final Leaders leaders;
    private final Communities communities;
    private final Members members;

    /** Somebody who leads a community, by its short code; the phone without its middle. */
    record Leader(
            UUID member, String name, String phone, String community, String communityName, Instant appointedAt) {}

    /** A page; next is to be sent as "before", and is null on the last page. */
    record Page(List<Leader> items, @Nullable Instant next) {}

    /** Why. */
    record Because(@Nullable String reason) {}

    /** The latest first. */
    @GetMapping("/leaders")
    Page all(@RequestParam(required = false) @Nullable Instant before) {
        var found = desk.leaders(before, PAGE + 1);
        var led = found.stream().limit(PAGE).toList();
        var people = members.cards(
                led.stream().map(it -> new MemberId(it.memberId())).distinct().toList());
        var items = led.stream()
                .flatMap(it -> Optional.ofNullable(people.get(new MemberId(it.memberId()))).stream()
                        .map(card -> leader(it, card)))
                .toList();
        return new Page(items, found.size() > PAGE ? led.getLast().appointedAt() : null);
    }

    /** One who leads there now. */
    @GetMapping("/communities/{community}/leaders/{member}")
    Leader one(@PathVariable String community, @PathVariable UUID member) {
        var home = communities.find(community).orElseThrow(NotFound::new);
        var who = new MemberId(member);
        var since = leaders.since(who, home.id());
        return leader(new LeaderDesk.Led(member, home.id().value(), home.name(), since), members.card(who));
    }

    /** From the next request on. */
    @PutMapping("/communities/{community}/leaders/{member}/revocation")
    ResponseEntity<Void> revoke(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @PathVariable UUID member,
            @RequestBody Because why) {
        var home = communities.find(community).orElseThrow(NotFound::new).id();
        var reason = why.reason();
        leaders.revoke(new MemberId(member), home, me.member(), reason == null ? "" : reason);
        return ResponseEntity.noContent().build();
    }

    private Leader leader(LeaderDesk.Led led, MemberCard card) {
        var home = communities.get(new CommunityId(led.communityId()));
        return new Leader(
                led.memberId(), card.name(), card.maskedPhone(), home.shortCode(), home.name(), led.appointedAt());
    }
}
