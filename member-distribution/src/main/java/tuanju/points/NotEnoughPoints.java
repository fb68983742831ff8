package tuanju.points;

import tuanju.command.Refusal;

/** So many are not there to be used now (409); nothing was spent. */
public final class NotEnoughPoints extends Refusal {

    NotEnoughPoints(int wanted, int there) {
        super(409, "not-enough-points", wanted, there);
    }
}
