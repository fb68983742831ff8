package tuanju.memberday;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.memberday.MemberDays.Maker;
import tuanju.membership.Memberships;

/** What programs are answered about member days, whoever's they are. */
@Component
@RequiredArgsConstructor
class MemberDayAnswers {

    private static final int PAGE = 50;

    private final MemberDays days;
    private final Memberships memberships;
    private final Communities communities;
    private final Commands commands;
    private final Clock clock;

    /** Newest first; next is to be sent as "after" and null at the end. */
    record DayList(List<MemberDayResource> items, @Nullable UUID next) {}

    /** When it would come next, and whose price it would be now. */
    record DayPreview(int basisPoints, Instant begins, Instant ends, String goods, String visibility, int members) {}

    DayList page(Maker maker, @Nullable UUID after) {
        var found = days.page(maker.leader(), after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        var now = clock.instant();
        return new DayList(
                shown.stream().map(it -> MemberDayResource.of(it, now)).toList(),
                found.size() > PAGE ? shown.getLast().id() : null);
    }

    ResponseEntity<MemberDayResource> make(Maker maker, MemberDayDraft wanted, CommandKey key) {
        var community = community(wanted);
        return commands.once(
                        key.with(wanted),
                        MemberDayResource.class,
                        () -> MemberDayResource.of(days.make(maker, community, wanted), clock.instant()))
                .with(HttpStatus.CREATED);
    }

    DayPreview preview(Maker maker, MemberDayDraft wanted) {
        var community = community(wanted);
        var what = days.preview(maker, community, wanted);
        var now = clock.instant();
        return new DayPreview(
                what.less().basisPoints(),
                what.rhythm().next(now),
                what.rhythm().ends(now),
                what.goods().name(),
                what.visibility().word(),
                memberships.count(community, what.visibility()));
    }

    private CommunityId community(MemberDayDraft wanted) {
        if (wanted.community() == null) {
            throw new Invalid("community", "field-missing");
        }
        return communities.find(wanted.community()).orElseThrow(NotFound::new).id();
    }
}
