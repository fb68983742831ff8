package tuanju.secondword;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tuanju.member.MemberId;

/** One kind of act that waits for a second word; the module that owns the thing carries it out. */
public interface ProposedAct {

    /** As it is written down; never renamed. Its name for people is the message {@code secondword.kind.<kind>}. */
    String kind();

    /** What these are about, by the proposal's id, for whoever confirms; what is gone may be left out. */
    Map<UUID, Subject> subjects(List<Proposal> proposals);

    /**
     * What people see of a thing.
     *
     * @param page where an operator looks at it
     */
    record Subject(String title, String page) {}

    /** Whether they may confirm or refuse it at all: not whom it is about. Taking it back stays its proposer's. */
    default boolean mayDecide(Proposal proposal, MemberId who) {
        return true;
    }

    /** Does what was proposed, in the transaction of the confirmation; a refusal leaves the proposal waiting. */
    void carryOut(Proposal confirmed);
}
