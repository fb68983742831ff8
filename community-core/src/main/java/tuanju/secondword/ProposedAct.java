package tuanju.secondword;

/** One kind of act that waits for a second word; the module that owns the thing carries it out. */
public interface ProposedAct {

    /** As it is written down; never renamed. Its name for people is the message {@code secondword.kind.<kind>}. */
    String kind();

    /** Does what was proposed, in the transaction of the confirmation; a refusal leaves the proposal waiting. */
    void carryOut(Proposal confirmed);
}
