package tuanju.desk;

import org.springframework.modulith.NamedInterface;
import tuanju.command.Refusal;

/** This bag was sent to another pickup point since somebody looked at it (409): to which. */
@NamedInterface("rooms")
public final class BagAtAnotherPoint extends Refusal {
    BagAtAnotherPoint(String point) {
        super(409, "bag-at-another-point", point);
    }
}
