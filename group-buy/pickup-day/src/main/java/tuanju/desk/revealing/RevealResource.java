package tuanju.desk.revealing;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LookingAtDesks;
import tuanju.desk.LookingAtDesks.Choice;
import tuanju.member.SignedIn;

/** A full phone number over REST, for who must call: why is on record, and it can be read for five minutes. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/cycles/{code}/bags/{order}/reveals")
class RevealResource {

    private final Desks desks;
    private final LookingAtDesks looking;
    private final Revealing revealing;
    private final Commands commands;

    /** The order whose number is wanted, in which cycle. */
    record Place(String code, String order) {}

    /** @param reason why it is needed; 2 to 100 characters */
    record Wanted(@Nullable String reason) {}

    /**
     * A full number with whose it is.
     *
     * @param name masked
     */
    record RevealedPhone(UUID id, String order, String name, String phone) {

        /** Never the number: this text could end up in a log. */
        @Override
        public String toString() {
            return "the phone of order " + order;
        }
    }

    /** Of what it answers only the id is kept: a repeat after five minutes finds nothing (404). */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RevealedPhone> ask(
            @AuthenticationPrincipal SignedIn me, Place place, @RequestBody Wanted wanted, CommandKey key) {
        var desk = desks.ofCycle(me.member(), place.code());
        var order = looking.choose(desk, place.order(), new Choice(false, List.of(place.order())))
                .ids()
                .getFirst();
        var reason = Objects.requireNonNullElse(wanted.reason(), "");
        var answer = commands.once(
                key.with(wanted),
                String.class,
                () -> revealing.ask(desk, order, reason).toString());
        var id = UUID.fromString(answer.value());
        var response = ResponseEntity.created(
                        URI.create("/api/v1/cycles/%s/bags/%s/reveals/%s".formatted(place.code(), place.order(), id)))
                .cacheControl(CacheControl.noStore());
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(shown(desk, id));
    }

    /** Only for who asked, for five minutes. */
    @GetMapping("/{id}")
    ResponseEntity<RevealedPhone> show(@AuthenticationPrincipal SignedIn me, Place place, @PathVariable UUID id) {
        var desk = desks.ofCycle(me.member(), place.code());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown(desk, id));
    }

    private RevealedPhone shown(Desk desk, UUID id) {
        var revealed = revealing.shown(desk, id);
        return new RevealedPhone(id, revealed.orderCode(), revealed.name(), revealed.phone());
    }
}
