package tuanju.secondword;

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
import tuanju.money.Money;
import tuanju.secondword.Proposal.About;
import tuanju.secondword.ProposedAct.Subject;

/** One operator proposes what moves much money, and another confirms it: then it is done, once. */
@Component
@EnableConfigurationProperties(SecondWordSettings.class)
@RequiredArgsConstructor
public class SecondWords {

    private final SecondWordRows rows;
    private final ObjectProvider<ProposedAct> acts;
    private final SecondWordSettings settings;
    private final AuditTrail audit;

    /** Whether so much needs another operator's word (tuanju.operator.second-word-from). */
    public boolean areNeededFor(Money sum) {
        return settings.asksFor(sum);
    }

    /** Lets it wait for another operator, seven days at most. Refuses with AlreadyProposed what waits already. */
    @Transactional
    public UUID propose(About about, Money sum, String reason, MemberId by) {
        rows.expire();
        var id = Ids.next();
        if (!rows.insert(id, about, sum, reason, by)) {
            throw new AlreadyProposed();
        }
        audit.record(by.value(), "second-word.proposed", subject(id), about.kind() + " " + sum + " " + reason);
        return id;
    }

    /** Carries it out. Refuses the proposer's own word, what was decided or ran out meanwhile, and as the act itself does. */
    @Transactional
    public void confirm(UUID id, MemberId by) {
        var proposal = rows.waiting(id).orElseThrow(NotFound::new);
        if (proposal.proposer().equals(by)) {
            throw CannotConfirm.own();
        }
        if (!rows.confirm(id, by)) {
            throw CannotConfirm.over();
        }
        audit.record(by.value(), "second-word.confirmed", subject(id), what(proposal));
        act(proposal.about().kind()).orElseThrow(NotFound::new).carryOut(proposal);
    }

    /** It is not done; also its proposer may take it back. */
    @Transactional
    public void refuse(UUID id, MemberId by) {
        var proposal = rows.waiting(id).orElseThrow(NotFound::new);
        if (!rows.refuse(id, by)) {
            throw CannotConfirm.over();
        }
        audit.record(by.value(), "second-word.refused", subject(id), what(proposal));
    }

    /** How many wait, for the operators' dashboard. */
    @Transactional(readOnly = true)
    public int waitingCount() {
        return rows.waitingCount();
    }

    /** What waits, the oldest first. */
    @Transactional(readOnly = true)
    List<Proposal> waiting() {
        return rows.waiting();
    }

    /** What they are about, by the thing's id: as many questions as there are kinds. */
    Map<UUID, Subject> subjects(List<Proposal> proposals) {
        var subjects = new HashMap<UUID, Subject>();
        proposals.stream()
                .map(Proposal::about)
                .collect(Collectors.groupingBy(About::kind))
                .forEach((kind, things) -> act(kind).ifPresent(it -> subjects.putAll(it.subjects(things))));
        return subjects;
    }

    /** Which of these things wait for a second word. */
    @Transactional(readOnly = true)
    public Set<UUID> waitingAmong(String kind, Collection<UUID> things) {
        return rows.waitingAmong(kind, things);
    }

    private Optional<ProposedAct> act(String kind) {
        return acts.stream().filter(it -> it.kind().equals(kind)).findFirst();
    }

    private static String what(Proposal proposal) {
        return proposal.about().kind() + " " + proposal.sum();
    }

    private static String subject(UUID id) {
        return "second-word " + id;
    }
}
