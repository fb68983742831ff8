package tuanju.operator;

import tuanju.command.Refusal;

/** Only who has proven a phone becomes an operator, and nobody has proven this one (409). */
final class NobodyWithThisPhone extends Refusal {
    NobodyWithThisPhone() {
        super(409, "operator-phone-unproven");
    }
}
