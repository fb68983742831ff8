package tuanju.delivery;

import tuanju.command.Refusal;

/** This bag left the desk already (409): it is neither put on the run sheet nor taken off it. */
final class NothingToCarry extends Refusal {
    NothingToCarry() {
        super(409, "nothing-to-carry");
    }
}
