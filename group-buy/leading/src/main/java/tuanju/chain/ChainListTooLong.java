package tuanju.chain;

import tuanju.command.Refusal;

/** A pasted text is longer than any group's chain list (413). */
final class ChainListTooLong extends Refusal {

    ChainListTooLong(int kilobytes) {
        super(413, "chain-list-too-long", kilobytes);
    }
}
