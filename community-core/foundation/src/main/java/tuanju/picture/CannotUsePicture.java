package tuanju.picture;

import tuanju.command.Refusal;

/** An upload that is no picture we take; the type says why and its sentence what to do. */
public final class CannotUsePicture extends Refusal {
    CannotUsePicture(int status, String type) {
        super(status, type);
    }
}
