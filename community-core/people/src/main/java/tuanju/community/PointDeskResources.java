package tuanju.community;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

/** For operators over REST: where people of a community collect, opened for its leaders and closed. */
@RestController
@RequiredArgsConstructor
@RequestMapping(PointDeskResources.HERE)
class PointDeskResources {

    static final String HERE = CommunityDeskResources.HERE + "/{community}/pickup-points";

    private final Communities communities;
    private final CommunityEditing editing;
    private final PickupPoints points;
    private final Commands commands;

    /** A pickup point and who hands over there. */
    record Point(
            UUID id,
            UUID leader,
            String name,
            String area,
            String address,
            String hours,
            String instructions,
            boolean open) {

        private static Point of(PickupPointCard card) {
            return new Point(
                    card.id(),
                    card.leader().value(),
                    card.name(),
                    card.area(),
                    card.address(),
                    card.hours(),
                    card.instructions(),
                    card.open());
        }
    }

    /** A new point of one who leads the community. */
    record Wanted(
            UUID leader,
            @Nullable String name,
            @Nullable String area,
            @Nullable String address,
            @Nullable String hours,
            @Nullable String instructions) {

        private PickupPlace place() {
            return new PointPages.PlaceForm(name, area, address, hours, instructions).place();
        }
    }

    /** The open ones, by name. */
    @GetMapping
    List<Point> all(@PathVariable String community) {
        return points.in(home(community)).stream().map(Point::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Point> open(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @RequestBody Wanted wanted,
            CommandKey key) {
        var home = home(community);
        var id = commands.once(
                key.with(wanted),
                UUID.class,
                () -> editing.openPoint(home, new MemberId(wanted.leader()), wanted.place(), me.member())
                        .id());
        return id.createdAt(HERE.replace("{community}", community) + "/" + id.value(), one(community, id.value()));
    }

    /** Open or closed. */
    @GetMapping("/{point}")
    Point one(@PathVariable String community, @PathVariable UUID point) {
        return Point.of(points.get(home(community), point));
    }

    /** New orders cannot choose it any more; its leader may open it again. */
    @PutMapping("/{point}/closure")
    Point close(@AuthenticationPrincipal SignedIn me, @PathVariable String community, @PathVariable UUID point) {
        editing.closePoint(home(community), point, me.member());
        return one(community, point);
    }

    private CommunityId home(String community) {
        return communities.find(community).orElseThrow(NotFound::new).id();
    }
}
