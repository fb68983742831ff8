package tuanju.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;

/** Turns what was asked into what is counted: "today" is today where the community is. */
@Component
@RequiredArgsConstructor
class Scopes {

    static final ZoneId HOME = ZoneId.of("Asia/Shanghai");

    private final Communities communities;
    private final Clock clock;

    /** Refuses days that are none and periods too long with Invalid, an unknown community with NotFound. */
    Scope of(Asked asked) {
        var community = community(asked);
        return new Scope(asked.period(today(community)), community == null ? null : community.id());
    }

    LocalDate today(Asked asked) {
        return today(community(asked));
    }

    private LocalDate today(@Nullable CommunityCard community) {
        return LocalDate.ofInstant(clock.instant(), community == null ? HOME : community.zone());
    }

    private @Nullable CommunityCard community(Asked asked) {
        var shortCode = asked.community();
        return shortCode == null || shortCode.isBlank()
                ? null
                : communities.find(shortCode).orElseThrow(NotFound::new);
    }
}
