package tuanju.series;

import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.TodayNotes;
import tuanju.cycle.planning.CycleRounds;
import tuanju.member.MemberId;

/** Tells a leader what came of their series: a round that opened, waits for them, or could not open. */
@Component
@RequiredArgsConstructor
class SeriesNotes implements TodayNotes {

    private final KeepingSeries series;
    private final CycleRounds rounds;

    @Override
    public List<Note> of(MemberId leader) {
        return series.of(leader).stream().flatMap(this::note).toList();
    }

    /** An opened round is told while it takes orders; one that waits, until its leader opened one. */
    private Stream<Note> note(Series one) {
        var turn = one.last();
        if (turn == null || one.paused()) {
            return Stream.empty();
        }
        var latest = rounds.latest(one.community(), one.cycle());
        boolean isNewer = latest.opens().isAfter(turn.at());
        if (latest.status() == CycleStatus.DRAFT) {
            return turn.outcome() == Series.Outcome.WAITING
                    ? Stream.of(new Note("series.note.draft", latest.title(), "/lead/cycles/" + latest.code()))
                    : Stream.empty();
        }
        return switch (turn.outcome()) {
            case OPENED ->
                latest.status().isTaking()
                        ? Stream.of(new Note("series.note.opened", latest.title(), "/lead/cycles/" + latest.code()))
                        : Stream.empty();
            case WAITING ->
                isNewer
                        ? Stream.empty()
                        : Stream.of(new Note(
                                "series.note.waiting", latest.title(), "/lead/cycles/" + latest.code() + "/next"));
            case FAILED ->
                isNewer
                        ? Stream.empty()
                        : Stream.of(new Note(
                                "series.note.failed", latest.title(), "/lead/cycles/" + latest.code() + "/next"));
            case SKIPPED -> Stream.empty();
        };
    }
}
