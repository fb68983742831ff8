package tuanju.command;

import lombok.Getter;

/**
 * A wish that is not granted, and why. Throwing it changes nothing: the transaction rolls back.
 * The type is stable ("team-full"); the sentence comes from the message {@code refusal.<type>} of the refusing module.
 */
@Getter
public abstract class Refusal extends RuntimeException {

    private final int status;
    private final String type;
    private final Object[] arguments;

    protected Refusal(int status, String type, Object... arguments) {
        super(type, null, false, false);
        this.status = status;
        this.type = type;
        this.arguments = arguments.clone();
    }
}
