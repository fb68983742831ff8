package tuanju.member.operators;

import tuanju.command.Refusal;

/** Somebody has to run the platform: the last operator stays one (409). */
final class LastOperator extends Refusal {
    LastOperator() {
        super(409, "last-operator");
    }
}
