package tuanju.teambuy.joining;

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
import tuanju.community.Code;
import tuanju.community.PickupPoints;
import tuanju.member.SignedIn;
import tuanju.order.paying.OrderPace;
import tuanju.teambuy.Teams;
import tuanju.teambuy.seating.TeamLeaving;

/** Teams over the API: read by everyone with the code, joined by members. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/teams")
class TeamResources {

    private final Teams teams;
    private final TeamJoining joining;
    private final TeamLeaving leaving;
    private final Commands commands;
    private final OrderPace pace;
    private final PickupPoints points;

    @GetMapping("/{code}")
    TeamResource team(@AuthenticationPrincipal @Nullable SignedIn me, @PathVariable String code) {
        var team = teams.visible(Code.read(code), me == null ? null : me.member());
        return TeamResource.of(team, PointChoice.of(points.in(team.community())));
    }

    /** Takes a seat and holds it while the caller pays. */
    @PostMapping("/{code}/seats")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SeatResource> join(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestBody SeatWish wish,
            CommandKey key) {
        var request = wish.request();
        return commands.onceKeeping(
                        key.with(wish),
                        pace.ofOneBuyer(),
                        SeatResource.class,
                        place -> SeatResource.of(joining.join(
                                me.member(), Code.read(code), request, seat -> place.take(SeatResource.of(seat)))))
                .with(HttpStatus.CREATED);
    }

    /** Frees the caller's paid seat before the team has formed; the money goes back. */
    @DeleteMapping("/{code}/seats/mine")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        leaving.leave(me.member(), code);
    }
}
