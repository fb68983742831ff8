package tuanju.community;

import tuanju.command.Refusal;

/** No (further) application to lead: one waits already, or they lead already (409). */
final class CannotApply extends Refusal {
    CannotApply(String type) {
        super(409, type);
    }
}
