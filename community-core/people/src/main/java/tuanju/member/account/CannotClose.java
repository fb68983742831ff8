package tuanju.member.account;

import tuanju.command.Refusal;

/** Something of this account has not ended, and nobody could see it any more: what it is, is told (409). */
final class CannotClose extends Refusal {
    CannotClose(String unfinished) {
        super(409, "account-unfinished", unfinished);
    }
}
