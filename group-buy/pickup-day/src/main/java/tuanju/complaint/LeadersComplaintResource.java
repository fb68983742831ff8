package tuanju.complaint;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.complaint.ComplaintDeskResource.Item;
import tuanju.complaint.ComplaintDeskResource.Place;
import tuanju.member.SignedIn;

/** For leaders over REST: what their buyers report, to give back within the allowance or to leave to the operator. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/leaders/complaints")
class LeadersComplaintResource {

    private final ComplaintLists lists;
    private final LeadersAnswering answering;
    private final ComplaintPhotos photos;
    private final Leaders leaders;
    private final Commands commands;

    /**
     * What the leader answers: an amount to give back, less than was asked with a sentence, or passOn to leave it to the
     * operator, who reads the sentence. A leader never turns a complaint down.
     */
    record LeadersAnswer(
            @Nullable Long givenFen,
            @Nullable Boolean passOn,
            @Nullable String answer) {

        boolean isPassedOn() {
            return Boolean.TRUE.equals(passOn);
        }

        String said() {
            return answer == null ? "" : answer.strip();
        }
    }

    @GetMapping
    List<Item> complaints(@AuthenticationPrincipal SignedIn me) {
        mustLead(me);
        return lists.ordered(lists.ofLeader(me.member(), LeadersComplaintPages.MOST)).stream()
                .map(it -> new Item(it.community().value(), it.id(), ComplaintView.of(it, photos)))
                .toList();
    }

    @PutMapping("/{community}/{id}/answer")
    ResponseEntity<ComplaintView> answer(
            @AuthenticationPrincipal SignedIn me, Place place, CommandKey key, @RequestBody LeadersAnswer wanted) {
        mustLead(me);
        if (wanted.isPassedOn() && wanted.givenFen() != null) {
            throw new Invalid("passOn", "complaint-give-or-pass-on");
        }
        return commands.once(
                        key.with(wanted),
                        ComplaintView.class,
                        () -> ComplaintView.of(answered(me, place, wanted), photos))
                .with(HttpStatus.OK);
    }

    private ComplaintCard answered(SignedIn me, Place place, LeadersAnswer wanted) {
        var community = new CommunityId(place.community());
        if (wanted.isPassedOn()) {
            return answering.passOn(community, place.id(), me.member(), wanted.said());
        }
        var decision = GivenFen.decision(me, wanted.givenFen(), wanted.answer());
        return GivenFen.named(() -> answering.give(community, place.id(), decision));
    }

    private void mustLead(SignedIn me) {
        if (!leaders.leadsAnywhere(me.member())) {
            throw new NotFound();
        }
    }
}
