package tuanju.secondword;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import tuanju.secondword.Proposal.About;

/** One kind of act that waits for a second word; the module that owns the thing carries it out. */
public interface ProposedAct {

    /** As it is written down; never renamed. Its name for people is the message {@code secondword.kind.<kind>}. */
    String kind();

    /** What these things are, for whoever confirms; what is gone may be left out. */
    Map<UUID, Subject> subjects(Collection<About> things);

    /**
     * What people see of a thing.
     *
     * @param page where an operator looks at it
     */
    record Subject(String title, String page) {}

    /** Does what was proposed, in the transaction of the confirmation; a refusal leaves the proposal waiting. */
    void carryOut(Proposal confirmed);
}
