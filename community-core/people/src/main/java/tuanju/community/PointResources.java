package tuanju.community;

import java.net.URI;
import java.util.List;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.member.SignedIn;
import tuanju.picture.Pictures;

/** A leader's own pickup points, for programs. Others find nothing here. */
@RestController
@RequestMapping("/api/v1/pickup-points")
@RequiredArgsConstructor
class PointResources {

    private static final int PHOTO_WIDTH = 800;

    private final PickupPoints points;
    private final Communities communities;
    private final Leaders leaders;
    private final Commands commands;
    private final Pictures pictures;

    /** What a leader says about a point; the community by its short code, needed only by who leads several. A point stays where it is. */
    record Wanted(
            @Nullable String community,
            @Nullable String name,
            @Nullable String area,
            @Nullable String address,
            @Nullable String hours,
            @Nullable String instructions) {

        PickupPlace place() {
            return new PickupPlace(or(name), or(area), or(address), or(hours), or(instructions));
        }

        private static String or(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /** A pickup point as its leader sees it. */
    record Point(
            UUID id,
            String community,
            String name,
            String area,
            String address,
            String hours,
            String instructions,
            @Nullable String photo,
            boolean open) {}

    @GetMapping
    List<Point> all(@AuthenticationPrincipal SignedIn me) {
        var led = leaders.communitiesLedBy(me.member());
        if (led.isEmpty()) {
            throw new NotFound();
        }
        return led.stream()
                .flatMap(it -> points.ledBy(it.id(), me.member()).stream())
                .map(this::point)
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Point> open(@AuthenticationPrincipal SignedIn me, @RequestBody Wanted wanted, CommandKey key) {
        var here = leaders.communitiesLedBy(me.member()).stream()
                .filter(it -> wanted.community() == null || it.shortCode().equals(wanted.community()))
                .findFirst()
                .orElseThrow(NotFound::new);
        var answer = commands.once(
                key.with(wanted), Point.class, () -> point(points.open(here.id(), me.member(), wanted.place())));
        var response = ResponseEntity.created(
                URI.create("/api/v1/pickup-points/" + answer.value().id()));
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(answer.value());
    }

    @PutMapping("/{point}")
    Point change(@AuthenticationPrincipal SignedIn me, @PathVariable UUID point, @RequestBody Wanted wanted) {
        var own = own(me, point);
        if (wanted.community() != null && !wanted.community().equals(shortCode(own))) {
            throw new Invalid("community", "point-stays");
        }
        points.change(own.community(), point, me.member(), wanted.place());
        return point(points.get(own.community(), point));
    }

    /** What the place looks like. */
    @PutMapping(path = "/{point}/photo", consumes = "multipart/form-data")
    Point photograph(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID point, @RequestParam MultipartFile photo) {
        var own = own(me, point);
        return pictures.storedFor(me.member().value(), List.of(photo), stored -> {
            points.photograph(own.community(), point, me.member(), stored.getFirst());
            return point(points.get(own.community(), point));
        });
    }

    /** New orders cannot choose it any more; orders that have it keep it. */
    @PutMapping("/{point}/closure")
    Point close(@AuthenticationPrincipal SignedIn me, @PathVariable UUID point) {
        var own = own(me, point);
        points.close(own.community(), point, me.member());
        return point(points.get(own.community(), point));
    }

    @DeleteMapping("/{point}/closure")
    Point reopen(@AuthenticationPrincipal SignedIn me, @PathVariable UUID point) {
        var own = own(me, point);
        points.reopen(own.community(), point, me.member());
        return point(points.get(own.community(), point));
    }

    private PickupPointCard own(SignedIn me, UUID point) {
        return leaders.communitiesLedBy(me.member()).stream()
                .flatMap(it -> points.ledBy(it.id(), me.member()).stream())
                .filter(it -> it.id().equals(point))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private String shortCode(PickupPointCard card) {
        return communities.get(card.community()).shortCode();
    }

    private Point point(PickupPointCard card) {
        var photo = card.photo();
        return new Point(
                card.id(),
                shortCode(card),
                card.name(),
                card.area(),
                card.address(),
                card.hours(),
                card.instructions(),
                photo == null ? null : pictures.url(photo, card.name(), PHOTO_WIDTH),
                card.open());
    }
}
