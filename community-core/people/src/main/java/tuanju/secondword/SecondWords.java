package tuanju.secondword;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.member.operators.Operators;
import tuanju.money.Money;
import tuanju.secondword.Proposal.About;
import tuanju.secondword.Proposal.Wish;
import tuanju.secondword.ProposedAct.Subject;

/** One operator proposes what moves much money or power, and another confirms it: then it is done, once. */
@Component
@EnableConfigurationProperties(SecondWordSettings.class)
@RequiredArgsConstructor
public class SecondWords {

    private final SecondWordRows rows;
    private final ObjectProvider<ProposedAct> acts;
    private final SecondWordSettings settings;
    private final Operators operators;
    private final AuditTrail audit;

    /** Whether so much needs another operator's word (tuanju.operator.second-word-from). */
    public boolean areNeededFor(Money sum) {
        return settings.asksFor(sum);
    }

    /**
     * Lets it wait for another operator, seven days at most. Refuses with AlreadyProposed what waits already, and with NotFound
     * whose role ended meanwhile: what waits of theirs has fallen by then.
     */
    @Transactional
    public UUID propose(About about, Wish wish, MemberId by) {
        if (!operators.isOneUntilCommit(by)) {
            throw new NotFound();
        }
        rows.expire();
        var id = Ids.next();
        if (!rows.insert(id, about, wish, by)) {
            throw new AlreadyProposed();
        }
        audit.record(by.value(), "second-word.proposed", subject(id), what(about, wish) + " " + wish.reason());
        return id;
    }

    /**
     * Carries it out. Refuses the proposer's own word, that of whom it is about, what somebody proposed who is no operator any
     * more, what was decided or ran out meanwhile, and as the act itself does.
     */
    @Transactional
    public void confirm(UUID id, MemberId by) {
        var proposal = rows.waiting(id).orElseThrow(NotFound::new);
        if (proposal.proposer().equals(by)) {
            throw CannotConfirm.own();
        }
        needsAWord(proposal, by);
        if (!operators.isOneUntilCommit(proposal.proposer())) {
            throw CannotConfirm.ofNoOperator();
        }
        if (!rows.confirm(id, by)) {
            throw CannotConfirm.over();
        }
        audit.record(by.value(), "second-word.confirmed", subject(id), what(proposal.about(), proposal.wish()));
        act(proposal.about().kind()).orElseThrow(NotFound::new).carryOut(proposal);
    }

    /** What they proposed falls with their role; made an operator again, they propose anew. */
    @Transactional
    void fallWith(MemberId proposer) {
        rows.expireBy(proposer);
    }

    /** What was wanted is forgotten with the time in which it could be confirmed: it may name a phone. */
    @Transactional
    void forgetOld() {
        rows.expire();
    }

    /** It is not done; also its proposer may take it back, but not whom it is about. */
    @Transactional
    public void refuse(UUID id, MemberId by) {
        var proposal = rows.waiting(id).orElseThrow(NotFound::new);
        if (!proposal.proposer().equals(by)) {
            needsAWord(proposal, by);
        }
        if (!rows.refuse(id, by)) {
            throw CannotConfirm.over();
        }
        audit.record(by.value(), "second-word.refused", subject(id), what(proposal.about(), proposal.wish()));
    }

    /** How many wait, for the operators' dashboard. */
    @Transactional(readOnly = true)
    public int waitingCount() {
        return rows.waitingCount();
    }

    /** Since when the one that waits longest has; empty where none does. */
    @Transactional(readOnly = true)
    public Optional<Instant> waitingSince() {
        return rows.waitingSince();
    }

    /** Which of these things wait for a second word. */
    @Transactional(readOnly = true)
    public Set<UUID> waitingAmong(String kind, Collection<UUID> things) {
        return rows.waitingAmong(kind, things);
    }

    /** The message that tells a proposer what happens now: another operator decides, or first there has to be one. */
    @Transactional(readOnly = true)
    public String told(UUID id) {
        return reachNobody(rows.waiting(id).stream().toList()) ? "secondword.alone" : "secondword.proposed";
    }

    /** What waits, the oldest first. */
    @Transactional(readOnly = true)
    List<Proposal> waiting() {
        return rows.waiting();
    }

    /** What they are about, by the proposal's id: as many questions as there are kinds. */
    Map<UUID, Subject> subjects(List<Proposal> proposals) {
        var subjects = new HashMap<UUID, Subject>();
        proposals.stream()
                .collect(Collectors.groupingBy(it -> it.about().kind()))
                .forEach((kind, ofKind) -> act(kind).ifPresent(it -> subjects.putAll(it.subjects(ofKind))));
        return subjects;
    }

    /** Those that they may decide: not what they proposed, and not what is about them. */
    Set<UUID> decidableBy(MemberId who, List<Proposal> proposals) {
        return proposals.stream()
                .filter(it -> !it.proposer().equals(who) && mayDecide(it, who))
                .map(Proposal::id)
                .collect(Collectors.toSet());
    }

    /** Whether there is one among them that no operator there is could confirm. */
    boolean reachNobody(List<Proposal> proposals) {
        var everybody = operators.all().stream().map(it -> it.card().id()).toList();
        return proposals.stream()
                .anyMatch(proposal ->
                        everybody.stream().noneMatch(it -> !it.equals(proposal.proposer()) && mayDecide(proposal, it)));
    }

    private void needsAWord(Proposal proposal, MemberId by) {
        if (!mayDecide(proposal, by)) {
            throw CannotConfirm.aboutOneself();
        }
    }

    private boolean mayDecide(Proposal proposal, MemberId who) {
        return act(proposal.about().kind())
                .filter(it -> it.mayDecide(proposal, who))
                .isPresent();
    }

    private Optional<ProposedAct> act(String kind) {
        return acts.stream().filter(it -> it.kind().equals(kind)).findFirst();
    }

    /** Not what is wanted: it may name a phone. */
    private static String what(About about, Wish wish) {
        return wish.sum().isZero() ? about.kind() : about.kind() + " " + wish.sum();
    }

    private static String subject(UUID id) {
        return "second-word " + id;
    }
}
