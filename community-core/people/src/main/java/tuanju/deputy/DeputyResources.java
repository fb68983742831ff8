package tuanju.deputy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.member.SignedIn;

/** A leader's deputies, for programs. Others find nothing here. */
@RestController
@RequestMapping("/api/v1/leaders/deputies")
@RequiredArgsConstructor
class DeputyResources {

    private final Deputies deputies;
    private final NamingDeputies naming;
    private final Leaders leaders;
    private final Commands commands;

    /** Whom to name, by phone; the community by its short code, needed only by who leads several. */
    record Wanted(
            @Nullable String community,
            @Nullable String phone,
            @Nullable Set<Right> rights,
            @Nullable Instant until) {}

    /** A deputy as the leader sees them. */
    record Named(UUID id, String community, UUID member, Set<Right> rights, Instant until, boolean expired) {}

    /** What naming answers with. */
    record Id(UUID id) {}

    @GetMapping
    List<Named> all(@AuthenticationPrincipal SignedIn me) {
        return led(me).stream()
                .flatMap(here -> deputies.of(me.member(), here.id()).stream()
                        .map(it -> new Named(
                                it.id(), here.shortCode(), it.member().value(), it.rights(), it.until(), it.expired())))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Id> name(@AuthenticationPrincipal SignedIn me, @RequestBody Wanted wanted, CommandKey key) {
        var here = led(me).stream()
                .filter(it -> wanted.community() == null || it.shortCode().equals(wanted.community()))
                .findFirst()
                .orElseThrow(NotFound::new);
        var answer = commands.once(key.with(wanted), Id.class, () -> new Id(name(me, here, wanted)));
        var response = ResponseEntity.created(
                URI.create("/api/v1/leaders/deputies/" + answer.value().id()));
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(answer.value());
    }

    /** From the next request on. */
    @DeleteMapping("/{deputy}")
    ResponseEntity<Void> end(@AuthenticationPrincipal SignedIn me, @PathVariable UUID deputy) {
        var here = led(me).stream()
                .filter(it -> deputies.of(me.member(), it.id()).stream()
                        .anyMatch(card -> card.id().equals(deputy)))
                .findFirst()
                .orElseThrow(NotFound::new);
        deputies.end(me.member(), here.id(), deputy);
        return ResponseEntity.noContent().build();
    }

    private UUID name(SignedIn me, CommunityCard here, Wanted wanted) {
        var until = wanted.until();
        if (until == null) {
            throw new Invalid("until", "deputy-until");
        }
        Set<Right> rights =
                wanted.rights() == null ? Set.of() : wanted.rights().stream().collect(Collectors.toSet());
        var phone = wanted.phone() == null ? "" : wanted.phone();
        return naming.name(me.member(), phone, new NamingDeputies.Asked(here, rights, until));
    }

    private List<CommunityCard> led(SignedIn me) {
        var led = leaders.communitiesLedBy(me.member());
        if (led.isEmpty()) {
            throw new NotFound();
        }
        return led;
    }
}
