package tuanju.member.signing;

import tuanju.command.Refusal;

/** Not what the owner of this account would have answered (401): it is closed now, and they may begin afresh. */
final class WrongAnswer extends Refusal {

    /** @param helper how to reach whoever gives a closed account back */
    WrongAnswer(String helper) {
        super(401, "wrong-answer", helper);
    }
}
