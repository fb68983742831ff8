package tuanju.community;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.member.MemberCard;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** For operators over REST: founding communities, renaming them, and who leads them. */
@RestController
@RequiredArgsConstructor
@RequestMapping(CommunityDeskResources.HERE)
class CommunityDeskResources {

    static final String HERE = "/api/v1/operator/communities";

    private static final int PAGE = 50;

    private final Communities communities;
    private final CommunityEditing editing;
    private final LeaderDesk desk;
    private final Leaders leaders;
    private final Members members;
    private final Commands commands;

    /** A community in the list, with how many lead it and how many open pickup points it has. */
    record Overview(String code, String name, String place, Instant founded, int leaders, int points) {
        private static Overview of(LeaderDesk.Overview it) {
            return new Overview(it.shortCode(), it.name(), it.place(), it.createdAt(), it.leaders(), it.points());
        }
    }

    /** A page by name; next is to be sent as "after", and is null on the last page. */
    record Page(List<Overview> items, @Nullable String next) {}

    /** Who leads a community; the phone without its middle. */
    record Leader(UUID member, String name, String phone) {
        private static Leader of(MemberCard card) {
            return new Leader(card.id().value(), card.name(), card.maskedPhone());
        }
    }

    /** A community and who leads it right now. */
    record Community(String code, String name, String place, String zone, List<Leader> leaders) {}

    /** What a community is called, and where it is. */
    record Wanted(@Nullable String name, @Nullable String place) {
        private String title() {
            return name == null ? "" : name;
        }

        private String where() {
            return place == null ? "" : place;
        }
    }

    /** Open communities whose name or place holds these words. */
    @GetMapping
    Page all(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String after) {
        var found = desk.communities(q.strip(), after == null ? "" : place(card(after)), PAGE + 1);
        var items = found.stream().limit(PAGE).map(Overview::of).toList();
        return new Page(items, found.size() > PAGE ? items.getLast().code() : null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Community> found(@AuthenticationPrincipal SignedIn me, @RequestBody Wanted wanted, CommandKey key) {
        var code = commands.once(
                key.with(wanted),
                String.class,
                () -> editing.found(wanted.title(), wanted.where(), me.member()).shortCode());
        return code.createdAt(HERE + "/" + code.value(), one(code.value()));
    }

    @GetMapping("/{community}")
    Community one(@PathVariable String community) {
        var card = card(community);
        var leading = members.cards(leaders.of(card.id())).values();
        return new Community(
                card.shortCode(),
                card.name(),
                card.place(),
                card.zone().getId(),
                leading.stream().map(Leader::of).toList());
    }

    @PutMapping("/{community}")
    Community rename(@AuthenticationPrincipal SignedIn me, @PathVariable String community, @RequestBody Wanted wanted) {
        editing.rename(card(community).id(), wanted.title(), wanted.where(), me.member());
        return one(community);
    }

    private CommunityCard card(String community) {
        return communities.find(community).orElseThrow(NotFound::new);
    }

    /** Where a community stands in the list. */
    private static String place(CommunityCard card) {
        return card.name() + " " + card.shortCode();
    }
}
