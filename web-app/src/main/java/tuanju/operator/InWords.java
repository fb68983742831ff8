package tuanju.operator;

import tuanju.command.Invalid;

/** Why somebody does what gives or takes power, as the next one reads it. */
final class InWords {

    private static final int LONGEST = 500;

    private InWords() {}

    /** Refuses nothing at all, and more than 500 characters, on the field "reason". */
    static String of(String typed, String refusal) {
        var words = typed.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new Invalid("reason", refusal, LONGEST);
        }
        return words;
    }
}
