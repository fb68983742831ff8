package tuanju.pickup;

import java.util.List;
import tuanju.address.Doors;
import tuanju.order.dues.Dues;

/** Bags of one cycle in the sequence somebody carries them to their doors. */
public record Walk(List<Household> bags) {

    public Walk {
        bags = List.copyOf(bags);
    }

    /** What stands on its paper: equal on two that say the same in the same sequence. */
    public String version() {
        return standing().version();
    }

    public Standing standing() {
        return Standing.walked(bags);
    }

    public CheckSum sum() {
        return CheckSum.total(bags.stream().map(Household::sum));
    }

    /** Where the money of these bags is. */
    public Dues dues() {
        return Dues.sum(bags.stream().map(Household::dues).toList());
    }

    /** Buildings as they are walked, with their bags. */
    public SortedList list() {
        return new PickupSheet(bags, Doors.of(bags.stream().map(Household::at).toList())).arranged(Arrangement.BY_ROOM);
    }
}
