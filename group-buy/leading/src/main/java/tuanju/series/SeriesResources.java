package tuanju.series;

import java.time.Instant;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Leaders;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.planning.CycleRounds;
import tuanju.member.SignedIn;

/** Templates and series of a leader's cycles, for programs. Others find nothing here. */
@RestController
@RequestMapping("/api/v1")
@RequiredArgsConstructor
class SeriesResources {

    private final OrderCycles cycles;
    private final CycleRounds rounds;
    private final KeepingSeries series;
    private final Templates templates;
    private final Leaders leaders;
    private final Commands commands;

    /** Under which name a cycle is kept. */
    record NewTemplate(@Nullable String name) {}

    /** A cycle kept to begin others from. */
    record Template(UUID id, String name, String cycle) {}

    /**
     * When the next rounds begin.
     *
     * @param everyWeeks 1 or 2
     * @param weekday Monday is 1
     * @param at as 08:00, in the community's own time
     * @param opens whether they open at once, or wait for their leader
     */
    record NewSeries(int everyWeeks, int weekday, @Nullable String at, boolean opens) {}

    /** A cycle that comes again. */
    record Repeating(
            UUID id,
            String latest,
            int everyWeeks,
            int weekday,
            String at,
            boolean opens,
            Instant next,
            boolean paused,
            Series.@Nullable Outcome lastOutcome) {}

    /** Whether a series waits. */
    record Pause(@Nullable Boolean paused) {}

    @GetMapping("/cycle-templates")
    List<Template> templates(@AuthenticationPrincipal SignedIn me) {
        mustLead(me);
        return templates.of(me.member()).stream().map(this::template).toList();
    }

    /** Keeps a cycle; once more gives it another name. */
    @PutMapping("/cycles/{code}/template")
    Template keep(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody NewTemplate wanted) {
        var cycle = cycles.ledBy(me.member(), code);
        return template(templates.keep(me.member(), cycle, wanted.name() == null ? "" : wanted.name()));
    }

    @DeleteMapping("/cycle-templates/{id}")
    ResponseEntity<Void> drop(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        templates.drop(me.member(), id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/cycle-series")
    List<Repeating> series(@AuthenticationPrincipal SignedIn me) {
        mustLead(me);
        return series.of(me.member()).stream().map(this::repeating).toList();
    }

    @PostMapping("/cycles/{code}/series")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Repeating> begin(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestBody NewSeries wanted,
            CommandKey key) {
        var cycle = cycles.ledBy(me.member(), code);
        var rhythm = Rhythm.read(wanted.everyWeeks(), wanted.weekday(), wanted.at() == null ? "" : wanted.at());
        return commands.once(
                        key.with(wanted),
                        Repeating.class,
                        () -> repeating(series.begin(me.member(), cycle, rhythm, wanted.opens())))
                .with(HttpStatus.CREATED);
    }

    @PutMapping("/cycle-series/{id}")
    ResponseEntity<Void> pause(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody Pause wanted) {
        var paused = wanted.paused();
        mustLead(me);
        series.mustOwn(me.member(), id);
        if (paused == null) {
            throw new Invalid("paused", "series-paused");
        }
        if (paused) {
            series.pause(me.member(), id);
        } else {
            series.resume(me.member(), id);
        }
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/cycle-series/{id}")
    ResponseEntity<Void> end(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        series.end(me.member(), id);
        return ResponseEntity.noContent().build();
    }

    private void mustLead(SignedIn me) {
        if (!leaders.leadsAnywhere(me.member())) {
            throw new NotFound();
        }
    }

    private Template template(Templates.Template kept) {
        return new Template(
                kept.id(),
                kept.name(),
                rounds.byId(kept.community(), kept.cycle()).code().value());
    }

    private Repeating repeating(Series one) {
        var last = one.last();
        return new Repeating(
                one.id(),
                rounds.latest(one.community(), one.cycle()).code().value(),
                one.rhythm().everyWeeks(),
                one.rhythm().weekday().getValue(),
                one.rhythm().at().toString(),
                one.opens(),
                one.next(),
                one.paused(),
                last == null ? null : last.outcome());
    }
}
