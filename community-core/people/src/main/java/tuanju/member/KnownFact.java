package tuanju.member;

import java.util.List;
import java.util.Optional;

/** What only the person knows who used an account a year ago; brought by a module above, which knows what they did. */
public interface KnownFact {

    /**
     * What to ask about this member: the same choices each time, so that asking often tells nothing. Empty where there is
     * nothing a stranger could not guess.
     */
    Optional<Question> about(MemberId member);

    /**
     * One question.
     *
     * @param titleKey message key of the question
     * @param choices what may be answered, the right one among them
     */
    record Question(String titleKey, List<String> choices, String right) {
        public Question {
            choices = List.copyOf(choices);
            if (!choices.contains(right)) {
                throw new IllegalArgumentException("A question holds its answer");
            }
        }
    }
}
