package tuanju.complaint;

import tuanju.command.Refusal;

/** The leader's allowance does not carry this any more (409): the operator decides instead. */
final class AllowanceSpent extends Refusal {
    AllowanceSpent(String left) {
        super(409, "allowance-spent", left);
    }
}
