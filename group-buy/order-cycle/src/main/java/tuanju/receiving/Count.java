package tuanju.receiving;

import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.picture.PictureRef;

/**
 * What somebody counted of one product.
 *
 * @param picture null leaves the one that is there
 * @param version what the person saw before they counted; null where they do not care
 */
record Count(
        int arrived,
        int damaged,
        String note,
        @Nullable PictureRef picture,
        @Nullable Integer version) {

    static final int MOST = 99_999;
    private static final int LONGEST_NOTE = 200;

    Count {
        note = note.strip();
        if (arrived < 0 || arrived > MOST) {
            throw new Invalid("arrived", "receiving-pieces", MOST);
        }
        if (damaged < 0 || damaged > arrived) {
            throw new Invalid("damaged", "receiving-damaged", arrived);
        }
        if (note.length() > LONGEST_NOTE) {
            throw new Invalid("note", "receiving-note", LONGEST_NOTE);
        }
    }

    /** The same with a picture of it. */
    Count shownOn(PictureRef photo) {
        return new Count(arrived, damaged, note, photo, version);
    }

    /** Whether this says nothing that is not written down already. */
    boolean repeats(@Nullable Receipt receipt) {
        return receipt != null
                && picture == null
                && receipt.arrived() == arrived
                && receipt.damaged() == damaged
                && receipt.note().equals(note);
    }
}
