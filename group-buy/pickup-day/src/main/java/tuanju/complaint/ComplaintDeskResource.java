package tuanju.complaint;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** For operators over REST: complaints of all communities, and deciding about those that wait. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/complaints")
class ComplaintDeskResource {

    private static final int PAGE = 30;

    private final ComplaintLists lists;
    private final ComplaintRows rows;
    private final Deciding deciding;
    private final ComplaintPhotos photos;
    private final Members members;
    private final Commands commands;

    /** A complaint and how it is addressed. */
    record Item(UUID community, UUID id, ComplaintView complaint) {}

    /** A page; next is to be sent as "after", and is null on the last page. */
    record Page(List<Item> items, int waiting, @Nullable UUID next) {}

    /** What goes back: as much as was asked, less, or nothing; less and nothing need a sentence. */
    record Wanted(@Nullable Long givenFen, @Nullable String answer) {}

    /** Which complaint. */
    record Place(UUID community, UUID id) {}

    /** Those that wait, of whoever is served first before all others, the oldest first; or those decided, the newest first. */
    @GetMapping
    Page complaints(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "true") boolean waiting,
            @RequestParam(required = false) @Nullable UUID after) {
        mustOperate(me);
        var found = lists.page(waiting, after, PAGE + 1);
        var page = found.stream().limit(PAGE).toList();
        return new Page(
                lists.ordered(page).stream().map(this::item).toList(),
                lists.waiting(),
                found.size() > PAGE ? page.getLast().id() : null);
    }

    /** One of them, whatever became of it. */
    @GetMapping("/{community}/{id}")
    Item complaint(@AuthenticationPrincipal SignedIn me, Place place) {
        mustOperate(me);
        return item(rows.one(new CommunityId(place.community()), place.id()).orElseThrow(NotFound::new));
    }

    /** Decides once; what is much is 202 and still WAITING: another operator has to confirm it. */
    @PutMapping("/{community}/{id}/decision")
    ResponseEntity<ComplaintView> decide(
            @AuthenticationPrincipal SignedIn me, Place place, CommandKey key, @RequestBody Wanted wanted) {
        mustOperate(me);
        var community = new CommunityId(place.community());
        var answer = commands.once(key.with(wanted), ComplaintView.class, () -> {
            var decision = GivenFen.decision(me, wanted.givenFen(), wanted.answer());
            var decided = GivenFen.named(() -> deciding.decide(community, place.id(), decision));
            return ComplaintView.of(decided, photos);
        });
        boolean waits = answer.value().status() == ComplaintStatus.WAITING;
        var response = ResponseEntity.status(waits ? HttpStatus.ACCEPTED : HttpStatus.OK);
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(answer.value());
    }

    private Item item(ComplaintCard complaint) {
        return new Item(complaint.community().value(), complaint.id(), ComplaintView.of(complaint, photos));
    }

    /** Asked of the database at every request, as the pages of operators are. */
    private void mustOperate(SignedIn me) {
        members.needOperator(me);
    }
}
