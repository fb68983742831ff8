package tuanju.series;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.cycle.CycleCard;
import tuanju.cycle.planning.CycleRounds;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** A leader lets a cycle come again by itself, pauses that, or ends it. */
@Component
@RequiredArgsConstructor
class KeepingSeries {

    private final SeriesRows rows;
    private final CycleRounds rounds;
    private final Leaders leaders;
    private final Communities communities;
    private final AuditTrail audit;
    private final Clock clock;

    /** Begins a series from a leader's own cycle. Refuses with AlreadyRepeating (409) a cycle that comes again already. */
    @Transactional
    public Series begin(MemberId leader, CycleCard cycle, Rhythm rhythm, boolean opens) {
        var zone = communities.get(cycle.community()).zone();
        var first = rounds.first(cycle);
        var series = new Series(
                Ids.next(),
                cycle.community(),
                leader,
                first,
                rhythm,
                opens,
                rhythm.first(clock.instant(), zone),
                false,
                null);
        try {
            rows.add(series);
        } catch (DuplicateKeyException again) {
            throw new AlreadyRepeating();
        }
        audit.record(leader.value(), "series.begun", cycle.code().value(), cycle.title());
        return series;
    }

    /** A leader's series in the communities they lead now. */
    List<Series> of(MemberId leader) {
        return rows.of(
                leader,
                leaders.communitiesLedBy(leader).stream().map(CommunityCard::id).toList());
    }

    @Transactional
    public void pause(MemberId leader, UUID id) {
        var series = own(leader, id);
        rows.pause(series, true, series.next());
    }

    /** Goes on with the first turn that is still to come. */
    @Transactional
    public void resume(MemberId leader, UUID id) {
        var series = own(leader, id);
        var zone = communities.get(series.community()).zone();
        var now = clock.instant();
        var next = series.next().isAfter(now) ? series.next() : series.rhythm().after(series.next(), now, zone);
        rows.pause(series, false, next);
    }

    @Transactional
    public void end(MemberId leader, UUID id) {
        var series = own(leader, id);
        rows.end(series);
        audit.record(leader.value(), "series.ended", "series " + id, "");
    }

    /** Refuses with NotFound what is not this leader's. */
    void mustOwn(MemberId leader, UUID id) {
        own(leader, id);
    }

    private Series own(MemberId leader, UUID id) {
        return of(leader).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }
}
