package tuanju.deputy;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.command.RateLimits;
import tuanju.community.CommunityCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.Phone;

/** Names as deputy whom a leader knows by phone; tries are counted, so that nobody learns who is a member here. */
@Component
@RequiredArgsConstructor
class NamingDeputies {

    private static final int TRIES = 20;
    private static final Duration DAY = Duration.ofDays(1);

    private final Deputies deputies;
    private final Members members;
    private final RateLimits limits;
    private final Clock clock;

    UUID name(MemberId leader, CommunityCard community, NamingForm form) {
        var until = lastMoment(form.text(form.until()), community);
        var rights = Arrays.stream(Right.values()).filter(form::isChosen).collect(Collectors.toSet());
        return name(leader, form.text(form.phone()), new Asked(community, rights, until));
    }

    /** What for, where and until when. */
    record Asked(CommunityCard community, Set<Right> rights, Instant until) {}

    UUID name(MemberId leader, String phone, Asked asked) {
        limits.take("deputy:" + leader.value(), TRIES, DAY);
        var naming = new Deputies.Naming(asked.community().id(), member(phone), asked.rights(), asked.until());
        return deputies.name(leader, naming);
    }

    LocalDate today(CommunityCard community) {
        return clock.instant().atZone(community.zone()).toLocalDate();
    }

    private MemberId member(String typed) {
        return members.withPhone(Phone.of(typed)).orElseThrow(() -> new Invalid("phone", "deputy-unknown"));
    }

    /** The whole of that day counts. */
    private static Instant lastMoment(String day, CommunityCard community) {
        try {
            return LocalDate.parse(day)
                    .plusDays(1)
                    .atStartOfDay(community.zone())
                    .toInstant();
        } catch (DateTimeException unreadable) {
            throw new Invalid("until", "deputy-until");
        }
    }
}
