package tuanju.points;

import java.time.Instant;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;

/** A member's own points over the API. */
@RestController
@RequiredArgsConstructor
class PointsResources {

    private final PointsReading reading;
    private final CheckingIn checkingIn;
    private final Communities communities;
    private final Commands commands;

    /**
     * What there is now. The balance pays a part of an order now; what is pending does so later, and what is held waits with an order.
     *
     * @param next to be sent as "after"; null at the end
     */
    record Standing(
            int balance,
            int pending,
            int held,
            int debt,
            List<Left> lots,
            List<Item> items,
            @Nullable String next) {}

    /** The last day it can be used, and from when on. */
    record Left(int left, LocalDate endsOn, Instant usableFrom) {}

    /** What happened: why, how many, and of which order. */
    record Item(Entry.Kind kind, int points, @Nullable String order, Instant at) {}

    @GetMapping("/api/v1/communities/{code}/points")
    Standing points(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID after) {
        var now = reading.of(community(code), me.member(), after);
        return new Standing(
                now.balance(),
                now.pending(),
                now.held(),
                now.debt(),
                now.lots().stream()
                        .map(it -> new Left(it.left(), Lot.lastDay(it.endsAt()), it.usableFrom()))
                        .toList(),
                now.items().stream().map(PointsResources::item).toList(),
                now.next());
    }

    @PostMapping("/api/v1/communities/{code}/check-ins")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CheckIn> checkIn(@AuthenticationPrincipal SignedIn me, @PathVariable String code, CommandKey key) {
        var owner = new Owner(community(code).id(), me.member());
        return commands.once(key, CheckIn.class, () -> checkingIn.checkIn(owner))
                .with(HttpStatus.CREATED);
    }

    private static Item item(PointsNow.Item item) {
        var order = item.order();
        return new Item(item.kind(), item.points(), order == null ? null : order.value(), item.at());
    }

    private CommunityCard community(String code) {
        return communities.find(code).orElseThrow(NotFound::new);
    }
}
