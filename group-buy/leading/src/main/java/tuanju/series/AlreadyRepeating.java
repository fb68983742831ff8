package tuanju.series;

import tuanju.command.Refusal;

/** This cycle comes again by itself already. */
class AlreadyRepeating extends Refusal {
    AlreadyRepeating() {
        super(409, "series-already");
    }
}
