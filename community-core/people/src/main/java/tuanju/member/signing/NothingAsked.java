package tuanju.member.signing;

import tuanju.command.Refusal;

/** The phone was here within the year: its code alone opens the account (409). */
final class NothingAsked extends Refusal {
    NothingAsked() {
        super(409, "nothing-asked");
    }
}
