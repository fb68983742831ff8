package tuanju.complaint;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.complaint.ComplaintRows.Decision;
import tuanju.cycle.TodayNotes;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;

/**
 * What a leader does about complaints of their buyers: gives back within the allowance, or leaves it to the operator. A
 * leader never turns down a complaint about their own work.
 */
@Component
@RequiredArgsConstructor
class LeadersAnswering implements TodayNotes {

    private static final int LONGEST_WORD = 200;

    private final ComplaintRows rows;
    private final ComplaintLists lists;
    private final LeaderAllowance allowance;
    private final GivingBack giving;
    private final OrderBook book;
    private final Communities communities;
    private final AuditTrail audit;

    /**
     * Gives back what was asked, or less with a sentence. Refuses with NotFound another leader's, with AlreadyDecided or
     * ComplaintPassedOn (409), with AllowanceSpent (409), Invalid, or as the refund does.
     */
    @Transactional
    public ComplaintCard give(CommunityId community, UUID id, Decision decision) {
        var complaint = rows.ofLeader(community, id, decision.by()).orElseThrow(NotFound::new);
        if (decision.given().isZero()) {
            throw new Invalid("yuan", "complaint-yuan");
        }
        decision.check(complaint);
        var given = rows.give(community, id, decision).orElseThrow(() -> tooLate(community, id, decision.by()));
        var sheet = book.sheet(community, new OrderId(given.about().order()));
        var of = allowance.of(communities.get(community), decision.by(), sheet);
        if (!allowance.take(of, given.given())) {
            throw new AllowanceSpent(allowance.left(of).toString());
        }
        record(given, decision.by(), "complaint.given", given.given() + " " + decision.answer());
        giving.give(given, decision.by());
        return given;
    }

    /** Leaves it to the operator. Refuses as giving does. */
    @Transactional
    public ComplaintCard passOn(CommunityId community, UUID id, MemberId leader, String word) {
        if (word.length() > LONGEST_WORD) {
            throw new Invalid("answer", "complaint-answer-long", LONGEST_WORD);
        }
        var passed = rows.passOn(community, id, leader, word).orElseThrow(() -> tooLate(community, id, leader));
        record(passed, leader, "complaint.passed-on", word);
        return passed;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Note> of(MemberId leader) {
        int waiting = lists.waitingFor(leader);
        if (waiting == 0) {
            return List.of();
        }
        // the number comes to the sentence as text, which no choice of a message can count
        var key = waiting == 1 ? "complaint.note.today.one" : "complaint.note.today";
        return List.of(new Note(key, String.valueOf(waiting), "/lead/complaints"));
    }

    private RuntimeException tooLate(CommunityId community, UUID id, MemberId leader) {
        return rows.ofLeader(community, id, leader)
                .<RuntimeException>map(it -> it.waiting() ? new ComplaintPassedOn() : new AlreadyDecided())
                .orElseGet(NotFound::new);
    }

    private void record(ComplaintCard complaint, MemberId by, String act, String detail) {
        audit.record(by.value(), act, "order " + complaint.about().orderCode(), detail);
    }
}
