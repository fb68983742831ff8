package tuanju.operator;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.membership.Role;

/** For operators over REST: one member's file. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/members/{member}")
class MemberFileResources {

    private final MemberFiles files;

    /** What is on file of a member; the phone is masked. */
    record Member(
            UUID id,
            String name,
            String maskedPhone,
            Members.State state,
            Instant joined,
            Instant seen,
            List<Belonging> communities,
            List<Act> acts) {}

    /** That they belong to a community. */
    record Belonging(String community, String name, Role role, int level, Instant since) {}

    /** What was done to their account. */
    record Act(Instant at, UUID actor, String action, String detail) {}

    /** Why a phone is asked for. */
    record Wish(@Nullable String reason) {}

    /** A phone in full. */
    record Revealed(String phone) {}

    @GetMapping
    Member member(@PathVariable UUID member) {
        var file = files.of(new MemberId(member));
        var account = file.account();
        return new Member(
                account.card().id().value(),
                account.card().name(),
                account.card().maskedPhone(),
                account.state(),
                account.joined(),
                account.seen(),
                file.belongs().stream()
                        .map(it -> new Belonging(
                                it.community().shortCode(),
                                it.community().name(),
                                it.membership().role(),
                                it.membership().level(),
                                it.membership().joined()))
                        .toList(),
                file.acts().stream()
                        .map(it -> new Act(it.at(), it.actor(), it.action(), it.detail()))
                        .toList());
    }

    /** On record each time, so that no key is needed. */
    @PutMapping("/reveal")
    Revealed reveal(@AuthenticationPrincipal SignedIn me, @PathVariable UUID member, @RequestBody Wish wish) {
        var reason = Objects.requireNonNullElse(wish.reason(), "");
        return new Revealed(
                files.reveal(new MemberId(member), me.member(), reason).digits());
    }
}
