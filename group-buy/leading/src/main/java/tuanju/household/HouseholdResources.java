package tuanju.household;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.deputy.Right;
import tuanju.member.SignedIn;
import tuanju.order.book.OrderStep.Did;
import tuanju.order.book.OrderStep.Mark;
import tuanju.order.dues.DuesInFen;

/** A cycle's households for its leader's programs: the same rows, picked out and sorted in the same way. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/cycles/{code}/households")
class HouseholdResources {

    private final OrderCycles cycles;
    private final HouseholdTable table;

    /**
     * A page of them.
     *
     * @param counts how many each chip picks out of those that fit the words
     * @param next after which household the next page begins; null on the last one
     */
    record HouseholdPage(
            List<CycleHousehold> households,
            Map<Chip, Integer> counts,
            HouseholdTotals totals,
            @Nullable String next) {

        static HouseholdPage of(HouseholdsShown shown) {
            return new HouseholdPage(
                    shown.shown().stream().map(CycleHousehold::of).toList(),
                    shown.chips().stream()
                            .collect(Collectors.toMap(
                                    HouseholdsShown.Counted::chip, HouseholdsShown.Counted::households)),
                    HouseholdTotals.of(shown.found()),
                    shown.next());
        }
    }

    /** What all that match come to. */
    record HouseholdTotals(int households, int pieces, DuesInFen dues) {

        static HouseholdTotals of(HouseholdSum sum) {
            return new HouseholdTotals(sum.households(), sum.pieces(), DuesInFen.of(sum.dues()));
        }
    }

    /**
     * One household.
     *
     * @param key by which it is named: the code of one of its orders
     * @param chips those that pick it out
     * @param last what was done to it last; null while nothing was
     */
    record CycleHousehold(
            String key,
            String door,
            String name,
            String maskedPhone,
            String pickupPoint,
            int pieces,
            DuesInFen dues,
            HouseholdState state,
            Set<Chip> chips,
            List<String> orders,
            @Nullable LastMark last) {

        static CycleHousehold of(HouseholdRow row) {
            return new CycleHousehold(
                    row.key(),
                    row.door(),
                    row.people(),
                    row.phones(),
                    row.point(),
                    row.pieces(),
                    DuesInFen.of(row.dues()),
                    row.state(),
                    row.on(),
                    row.bag().orderCodes(),
                    row.last() == null ? null : LastMark.of(row.last()));
        }
    }

    /** Who did what to it, and when. */
    record LastMark(Did did, String by, Instant at) {

        static LastMark of(Mark mark) {
            return new LastMark(mark.did(), mark.name(), mark.at());
        }
    }

    @GetMapping
    HouseholdPage all(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable Chip chip,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Sort sort,
            @RequestParam(required = false) @Nullable String after) {
        var query = new HouseholdQuery(chip, q, sort, after, null).checked();
        var cycle = cycles.helpedBy(me.member(), code, Right.ORDERS);
        return HouseholdPage.of(HouseholdsShown.of(table.of(cycle), query));
    }
}
