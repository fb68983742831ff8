package tuanju.cycle.importing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.PickupPoints;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.PickupPlace;
import tuanju.cycle.export.ReadExport;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.MemberId;

/** Makes the cycle that an export belongs to, from what the file says about itself. */
@Component
@RequiredArgsConstructor
class ImportedCycles {

    private static final LocalTime PICKUP_FROM = LocalTime.of(9, 0);
    private static final Duration PICKUP_LASTS = Duration.ofHours(11);
    private static final int LONGEST_TITLE = 80;

    private final CycleOpening opening;
    private final Communities communities;
    private final PickupPoints points;
    private final Clock clock;

    /** Refuses with Invalid a point that is not one of the leader's; without one it is their first. */
    CycleCard draft(MemberId leader, CycleImporting.Home home, ReadExport export) {
        var community = home.community();
        var zone = communities.get(community).zone();
        var now = clock.instant();
        var cutOff = at(export.lastOrder(), zone, now);
        var opens = at(export.firstOrder(), zone, cutOff);
        var pickup = now.atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atTime(PICKUP_FROM)
                .atZone(zone)
                .toInstant();
        return opening.draft(
                leader,
                community,
                new CyclePlan(
                        title(export, opens.atZone(zone).toLocalDate().toString()),
                        List.of(),
                        opens.isBefore(cutOff) ? opens : cutOff.minusSeconds(1),
                        cutOff,
                        pickupPlace(leader, community, home.point()),
                        pickup,
                        pickup.plus(PICKUP_LASTS)));
    }

    private PickupPlace pickupPlace(MemberId leader, CommunityId community, @Nullable UUID point) {
        var led = points.ledBy(community, leader);
        var refusal = led.isEmpty() ? "cycle-no-pickup-point" : "cycle-other-pickup-point";
        return led.stream()
                .filter(each -> point == null || each.id().equals(point))
                .findFirst()
                .map(PickupPlace::of)
                .orElseThrow(() -> new Invalid("pickupPoint", refusal));
    }

    private static String title(ReadExport export, String day) {
        var title = export.title().isEmpty() ? "快团团 " + day : export.title();
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }

    private static Instant at(@Nullable LocalDateTime there, ZoneId zone, Instant otherwise) {
        var said = there == null ? otherwise : there.atZone(zone).toInstant();
        return said.isAfter(otherwise) ? otherwise : said;
    }
}
