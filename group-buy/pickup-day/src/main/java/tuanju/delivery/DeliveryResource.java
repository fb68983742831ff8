package tuanju.delivery;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Answer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.delivery.Delivering.Seen;
import tuanju.delivery.DeliveryView.Door;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LeftWith;
import tuanju.desk.LookingAtDesks;
import tuanju.desk.handover.Giving;
import tuanju.member.SignedIn;

/** The last mile of one cycle over REST: what is carried to which door, for its leader and deputies who hand over. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/cycles/{code}/deliveries")
class DeliveryResource {

    private static final int MOST_BUILDINGS = 500;

    private final Desks desks;
    private final RunSheets sheets;
    private final Delivering delivering;
    private final LookingAtDesks looking;
    private final Commands commands;

    /** A bag by the code of one of its orders, in which cycle. */
    record Place(String code, String order) {}

    /**
     * What was carried to its door.
     *
     * @param leftWith where it was left, when nobody took it; at most 60 characters
     * @param confirmed true for what is not this day's or not here: without it, 409 says why
     */
    record Carried(@Nullable String leftWith, @Nullable Boolean confirmed) {}

    /** In which sequence the buildings are walked. */
    record Route(@Nullable List<String> buildings) {}

    @GetMapping
    DeliveryView sheet(@AuthenticationPrincipal SignedIn me, @PathVariable String code) {
        return view(desks.ofCycle(me.member(), code));
    }

    /** The bag is carried to its door. */
    @PutMapping("/{order}")
    ResponseEntity<Door> mark(@AuthenticationPrincipal SignedIn me, Place place, CommandKey key) {
        return change(me, place, key, desk -> delivering.mark(desk, place.order()));
    }

    /** It waits at the point again. */
    @DeleteMapping("/{order}")
    ResponseEntity<Door> unmark(@AuthenticationPrincipal SignedIn me, Place place, CommandKey key) {
        return change(me, place, key, desk -> delivering.unmark(desk, place.order()));
    }

    /** It was carried there: a hand-over like those at the desk, with where it was left. */
    @PostMapping("/{order}/handover")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Door> deliver(
            @AuthenticationPrincipal SignedIn me,
            Place place,
            CommandKey key,
            @RequestBody(required = false) @Nullable Carried carried) {
        var told = carried == null ? new Carried(null, null) : carried;
        var desk = desks.ofCycle(me.member(), place.code());
        var left = LeftWith.read(told.leftWith());
        var answer = commands.once(key.with(told), Door.class, () -> {
            delivering.deliver(desk, Seen.now(place.order()), left, Giving.isYes(told.confirmed()));
            return door(desk, place);
        });
        return answered(HttpStatus.CREATED, answer);
    }

    /** It was not, after all. */
    @DeleteMapping("/{order}/handover")
    ResponseEntity<Door> undo(@AuthenticationPrincipal SignedIn me, Place place, CommandKey key) {
        return change(me, place, key, desk -> delivering.undo(desk, Seen.now(place.order())));
    }

    /** The sequence of buildings; those left out come after them by number. */
    @PutMapping("/buildings")
    ResponseEntity<DeliveryView> walk(
            @AuthenticationPrincipal SignedIn me, @PathVariable String code, CommandKey key, @RequestBody Route route) {
        var desk = desks.ofCycle(me.member(), code);
        var buildings = buildings(route);
        var answer = commands.once(key.with(route), DeliveryView.class, () -> {
            delivering.walk(desk, buildings);
            return view(desk);
        });
        return answered(HttpStatus.OK, answer);
    }

    private static List<String> buildings(Route route) {
        var named = route.buildings();
        if (named == null || named.size() > MOST_BUILDINGS) {
            throw new Invalid("buildings", "delivery-buildings", MOST_BUILDINGS);
        }
        if (named.stream().anyMatch(it -> Objects.isNull(it) || it.length() > 100)) {
            throw new Invalid("buildings", "delivery-buildings", MOST_BUILDINGS);
        }
        return named;
    }

    private ResponseEntity<Door> change(SignedIn me, Place place, CommandKey key, Consumer<Desk> act) {
        var desk = desks.ofCycle(me.member(), place.code());
        var answer = commands.once(key, Door.class, () -> {
            act.accept(desk);
            return door(desk, place);
        });
        return answered(HttpStatus.OK, answer);
    }

    private Door door(Desk desk, Place place) {
        var household = looking.household(desk, place.order());
        return Door.of(looking.bags(desk, List.of(household)).getFirst());
    }

    private DeliveryView view(Desk desk) {
        return DeliveryView.of(sheets.of(desk), sheets.plan(desk));
    }

    private static <T> ResponseEntity<T> answered(HttpStatus status, Answer<T> answer) {
        var response = ResponseEntity.status(status);
        if (answer.replayed()) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.body(answer.value());
    }
}
