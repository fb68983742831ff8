package tuanju.catalog.desk;

import tuanju.command.Refusal;

/** Nothing of a pasted sheet would change anything. */
final class SheetWithoutChange extends Refusal {

    SheetWithoutChange() {
        super(422, "sheet-without-change");
    }
}
