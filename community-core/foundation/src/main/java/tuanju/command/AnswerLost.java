package tuanju.command;

/**
 * The command was done when it was first sent, and what was answered then cannot be read any more (410): whoever repeats it
 * is told that it is done, so that nobody does it anew under another key.
 */
final class AnswerLost extends Refusal {
    AnswerLost() {
        super(410, "answer-lost");
    }
}
