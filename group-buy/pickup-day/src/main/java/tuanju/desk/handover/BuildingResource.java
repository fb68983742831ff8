package tuanju.desk.handover;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.desk.Bag;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LeftWith;
import tuanju.desk.LookingAtDesks;
import tuanju.member.SignedIn;

/** All bags of a building at once over REST, for who carries them up; the building is named by one of its orders. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/cycles/{code}/bags/{order}/building")
class BuildingResource {

    private final Desks desks;
    private final LookingAtDesks looking;
    private final HandingOverBuildings buildings;
    private final Commands commands;

    /** A building by one of its orders, in which cycle. */
    record Place(String code, String order) {}

    /**
     * What waits of a building at one pickup point.
     *
     * @param pickupPoint where its bags are; sent back with the hand-over, it refuses bags that have moved
     */
    record WaitingBuilding(String building, UUID pickupPoint, List<WaitingBag> bags) {}

    /**
     * A household's bag. Names and phones are masked.
     *
     * @param orders what is named to hand it over
     * @param openFen what is not paid of it: such a bag is handed over by itself, with what was said of that
     */
    record WaitingBag(
            List<String> orders, String unit, String room, String people, String phones, long pieces, long openFen) {

        static WaitingBag of(Bag bag) {
            return new WaitingBag(
                    bag.orders().stream().map(Bag.Part::code).toList(),
                    bag.unit(),
                    bag.room(),
                    bag.people(),
                    bag.phones(),
                    bag.pieces(),
                    bag.open().fen());
        }
    }

    /**
     * What is handed over.
     *
     * @param leftWith who carries the bags up, or where they are left; at most 60 characters
     * @param pickupPoint where they were seen
     */
    record Wanted(
            List<String> orders,
            @Nullable String leftWith,
            @Nullable UUID pickupPoint) {}

    /** Whose hand-over is taken back. */
    record TakenBack(List<String> orders) {}

    /**
     * What was done.
     *
     * @param orders those that were handed over, or wait again
     * @param late so many of the named had left before, or were not here
     */
    record Done(List<String> orders, int late) {}

    @GetMapping
    WaitingBuilding waiting(@AuthenticationPrincipal SignedIn me, Place place) {
        var desk = desks.ofCycle(me.member(), place.code());
        var bag = looking.household(desk, place.order());
        return new WaitingBuilding(
                bag.building().label(),
                bag.point().id(),
                buildings.waiting(desk, place.order()).stream()
                        .map(WaitingBag::of)
                        .toList());
    }

    @PostMapping("/handovers")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> handOver(
            @AuthenticationPrincipal SignedIn me, Place place, @RequestBody Wanted wanted, CommandKey key) {
        var giving = new Giving(LeftWith.read(wanted.leftWith()), wanted.pickupPoint(), false);
        return answered(HttpStatus.CREATED, me, place, key.with(wanted), desk -> {
            var given = buildings.handOver(desk, place.order(), wanted.orders(), giving);
            return new Done(given.orders(), given.late());
        });
    }

    /** Takes it back, all of the named or none. */
    @DeleteMapping("/handovers")
    ResponseEntity<Done> undo(
            @AuthenticationPrincipal SignedIn me, Place place, @RequestBody TakenBack wanted, CommandKey key) {
        return answered(
                HttpStatus.OK,
                me,
                place,
                key.with(wanted),
                desk -> new Done(buildings.undo(desk, place.order(), wanted.orders()), 0));
    }

    private ResponseEntity<Done> answered(
            HttpStatus status, SignedIn me, Place place, CommandKey key, Function<Desk, Done> act) {
        var desk = desks.ofCycle(me.member(), place.code());
        looking.household(desk, place.order());
        var answer = commands.once(key, Done.class, () -> act.apply(desk));
        var response = ResponseEntity.status(status);
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(answer.value());
    }
}
