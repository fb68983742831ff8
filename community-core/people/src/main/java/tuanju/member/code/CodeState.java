package tuanju.member.code;

/** Whether a one-time code may still be tried, or why not any more; each has its sentence. */
public enum CodeState {
    GOOD("wrong-code"),
    USED("code-used"),
    TRIED_OUT("code-tried-out"),
    RUN_OUT("code-run-out");

    private final String refusal;

    CodeState(String refusal) {
        this.refusal = refusal;
    }

    /** The type of the refusal that a wrong or late try is answered with. */
    String refusal() {
        return refusal;
    }

    public boolean isSpent() {
        return this != GOOD;
    }
}
