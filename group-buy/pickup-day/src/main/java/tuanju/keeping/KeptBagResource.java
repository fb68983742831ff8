package tuanju.keeping;

import java.time.Instant;
import java.util.List;
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
import tuanju.command.NotFound;
import tuanju.desk.BagDecision;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.member.SignedIn;

/** The bags of a cycle that nobody came for over REST; deputies who hand over remind and keep longer, its leader decides. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/cycles/{code}/kept-bags")
class KeptBagResource {

    private final Desks desks;
    private final Keeping keeping;
    private final Commands commands;

    /** A bag by the code of one of its orders, in which cycle. */
    record Place(String code, String order) {}

    /** What the leader decides. */
    record Decided(BagDecision.@Nullable Outcome outcome) {}

    /** Of how many bags somebody was reminded; of one reminded a short time ago nobody is again. */
    record Reminded(int reminded) {}

    /** The bags nobody came for, in walking order. */
    record KeptBags(List<Item> bags) {}

    /** How a bag stands. */
    enum State {
        KEPT,
        /** Its time is over: the leader decides. */
        OVERDUE,
        GIVEN_AWAY,
        RETURNED
    }

    /**
     * A household's bag. Names and phones are masked.
     *
     * @param order one of its orders: what the bag is addressed by
     * @param remindedAt null when nobody was reminded
     */
    record Item(
            String order,
            List<String> orders,
            String door,
            String people,
            String phones,
            long pieces,
            State state,
            Instant keptUntil,
            @Nullable Instant remindedAt) {

        static Item of(KeptBag bag, State state) {
            return new Item(
                    bag.key(),
                    bag.bag().orderCodes(),
                    bag.door(),
                    bag.people(),
                    bag.phones(),
                    bag.pieces(),
                    state,
                    bag.until(),
                    bag.reminded());
        }
    }

    @GetMapping
    KeptBags bags(@AuthenticationPrincipal SignedIn me, @PathVariable String code) {
        return new KeptBags(items(desks.ofCycle(me.member(), code)));
    }

    /** Reminds of every bag that waits. */
    @PostMapping("/reminders")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Reminded> remindAll(
            @AuthenticationPrincipal SignedIn me, @PathVariable String code, CommandKey key) {
        var desk = desks.ofCycle(me.member(), code);
        return answered(
                HttpStatus.CREATED, commands.once(key, Reminded.class, () -> new Reminded(keeping.remind(desk, ""))));
    }

    @PostMapping("/{order}/reminders")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Reminded> remind(@AuthenticationPrincipal SignedIn me, Place place, CommandKey key) {
        var desk = desks.ofCycle(me.member(), place.code());
        item(desk, place);
        return answered(
                HttpStatus.CREATED,
                commands.once(key, Reminded.class, () -> new Reminded(keeping.remind(desk, place.order()))));
    }

    /** Keeps it longer. */
    @PostMapping("/{order}/extensions")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Item> extend(@AuthenticationPrincipal SignedIn me, Place place, CommandKey key) {
        var answer = change(me, place, key, desk -> keeping.extend(desk, place.order()));
        return answered(HttpStatus.CREATED, answer);
    }

    /** Gives it away or returns it, once its time is over. */
    @PutMapping("/{order}/decision")
    ResponseEntity<Item> decide(
            @AuthenticationPrincipal SignedIn me, Place place, CommandKey key, @RequestBody Decided decided) {
        var answer = change(me, place, key.with(decided), desk -> {
            item(desk, place);
            keeping.decide(desk, place.order(), step(decided.outcome()));
        });
        return answered(HttpStatus.OK, answer);
    }

    /** Takes the decision back: the bag waits again. */
    @DeleteMapping("/{order}/decision")
    ResponseEntity<Item> reopen(@AuthenticationPrincipal SignedIn me, Place place, CommandKey key) {
        return answered(HttpStatus.OK, change(me, place, key, desk -> keeping.reopen(desk, place.order())));
    }

    private static Step step(BagDecision.@Nullable Outcome outcome) {
        if (outcome == null) {
            throw new Invalid("outcome", "kept-bag-outcome");
        }
        return outcome == BagDecision.Outcome.RETURNED ? Step.RETURNED : Step.GIVEN_AWAY;
    }

    private Answer<Item> change(SignedIn me, Place place, CommandKey key, Consumer<Desk> act) {
        var desk = desks.ofCycle(me.member(), place.code());
        return commands.once(key, Item.class, () -> {
            act.accept(desk);
            return item(desk, place);
        });
    }

    private Item item(Desk desk, Place place) {
        return items(desk).stream()
                .filter(item -> item.orders().contains(place.order()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<Item> items(Desk desk) {
        return keeping.standing(desk).stream()
                .map(it -> Item.of(it.bag(), state(it)))
                .toList();
    }

    private static State state(Keeping.Standing standing) {
        var decided = standing.bag().decided();
        if (decided != null) {
            return decided == Step.RETURNED ? State.RETURNED : State.GIVEN_AWAY;
        }
        return standing.kept() ? State.KEPT : State.OVERDUE;
    }

    private static <T> ResponseEntity<T> answered(HttpStatus status, Answer<T> answer) {
        var response = ResponseEntity.status(status);
        if (answer.replayed()) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.body(answer.value());
    }
}
