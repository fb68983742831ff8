package tuanju.desk;

import tuanju.command.Refusal;

/** Nobody said yes to handing over what is not this day's, or is not here (409): the type says which. */
public final class BagNotForToday extends Refusal {
    BagNotForToday(Doubt doubt) {
        super(409, doubt.why().refusal());
    }
}
