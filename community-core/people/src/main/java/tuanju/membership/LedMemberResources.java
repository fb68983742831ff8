package tuanju.membership;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Invalid;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.membership.MembersOfLeader.Asked;
import tuanju.membership.MembersOfLeader.Shown;

/** The members of a community for its leaders' programs. Others find nothing here. */
@RestController
@RequestMapping("/api/v1/communities/{community}/members")
@RequiredArgsConstructor
class LedMemberResources {

    private final MembersOfLeader list;
    private final Belonging belonging;
    private final Members members;

    /**
     * A member; the phone without its middle.
     *
     * @param reason why the membership was ended; null where it was not
     */
    record Member(
            UUID member,
            String name,
            String phone,
            Standing standing,
            Role role,
            int level,
            Source source,
            Instant joined,
            @Nullable String reason) {}

    /** A page, the latest first; next is to be sent as "after", and is null on the last page. */
    record Page(List<Member> items, @Nullable String next) {}

    /** A level from 0 to 9, and why. */
    record Level(@Nullable Integer level, @Nullable String reason) {}

    /** Why. */
    record Because(@Nullable String reason) {}

    @GetMapping
    Page all(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "ACTIVE") Shown shown,
            @RequestParam(required = false) @Nullable UUID after) {
        var here = list.led(me.member(), community);
        var page = list.page(here.id(), new Asked(shown, q, after));
        var people = members.cards(page.shown().stream().map(Membership::member).toList());
        return new Page(
                page.shown().stream().flatMap(it -> member(it, people).stream()).toList(), page.next());
    }

    @PutMapping("/{member}/level")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void level(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @PathVariable UUID member,
            @RequestBody Level wanted) {
        var about = about(me, community, member);
        var level = wanted.level();
        if (level == null) {
            throw new Invalid("level", "membership-level", Visibility.HIGHEST);
        }
        belonging.level(about, level, Objects.requireNonNullElse(wanted.reason(), ""));
    }

    /** They curate here from now on. */
    @PutMapping("/{member}/curating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void curate(@AuthenticationPrincipal SignedIn me, @PathVariable String community, @PathVariable UUID member) {
        belonging.curate(about(me, community, member), true);
    }

    /** And no longer. */
    @DeleteMapping("/{member}/curating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void curateNoMore(@AuthenticationPrincipal SignedIn me, @PathVariable String community, @PathVariable UUID member) {
        belonging.curate(about(me, community, member), false);
    }

    /** They see from the next request on what a stranger sees. */
    @PutMapping("/{member}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @PathVariable UUID member,
            @RequestBody Because why) {
        belonging.end(about(me, community, member), Objects.requireNonNullElse(why.reason(), ""));
    }

    /** Takes an end back. */
    @DeleteMapping("/{member}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@AuthenticationPrincipal SignedIn me, @PathVariable String community, @PathVariable UUID member) {
        belonging.restore(about(me, community, member));
    }

    private Belonging.About about(SignedIn me, String community, UUID member) {
        var here = list.led(me.member(), community);
        return new Belonging.About(here.id(), new MemberId(member), me.member());
    }

    private static Optional<Member> member(Membership it, Map<MemberId, MemberCard> people) {
        return Optional.ofNullable(people.get(it.member()))
                .map(card -> new Member(
                        it.member().value(),
                        card.name(),
                        card.maskedPhone(),
                        it.standing(),
                        it.role(),
                        it.level(),
                        it.source(),
                        it.joined(),
                        it.reason()));
    }
}
