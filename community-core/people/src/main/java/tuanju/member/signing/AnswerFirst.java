package tuanju.member.signing;

import tuanju.command.Refusal;

/** The phone was silent for a year and may be somebody else's now: one question comes first (409). */
final class AnswerFirst extends Refusal {
    AnswerFirst() {
        super(409, "answer-first");
    }
}
