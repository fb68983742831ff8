package tuanju.command;

import lombok.Getter;

/** One field of the input cannot be used (400); the message is {@code refusal.<type>} with the given arguments. */
@Getter
public final class Invalid extends Refusal {

    private final String field;

    public Invalid(String field, String type, Object... arguments) {
        super(400, type, arguments);
        this.field = field;
    }
}
