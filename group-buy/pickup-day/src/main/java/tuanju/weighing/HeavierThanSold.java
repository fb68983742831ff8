package tuanju.weighing;

import tuanju.command.Refusal;

/** The pieces weigh more than any of them may, and nobody said that this is right (409). */
public final class HeavierThanSold extends Refusal {
    HeavierThanSold(int grams, int heaviest) {
        super(409, "weighing-heavier-than-sold", grams, heaviest);
    }
}
