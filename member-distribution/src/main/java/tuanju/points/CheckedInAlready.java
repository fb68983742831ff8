package tuanju.points;

import tuanju.command.Refusal;

/** One check-in a day, and only where there is something for it. */
final class CheckedInAlready extends Refusal {

    private CheckedInAlready(String type) {
        super(409, type);
    }

    static CheckedInAlready today() {
        return new CheckedInAlready("checked-in-already");
    }

    static CheckedInAlready notHere() {
        return new CheckedInAlready("no-check-ins");
    }

    static CheckedInAlready notTheirs() {
        return new CheckedInAlready("check-in-of-members");
    }
}
