package tuanju.conduct;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.member.MemberId;
import tuanju.member.Members;

/** One case as whoever decides it reads it. */
@Component
@RequiredArgsConstructor
class CaseModel {

    private final CaseRows rows;
    private final CaseFiles files;
    private final Kinds kinds;
    private final Measures measures;
    private final Members members;
    private final Communities communities;
    private final Clock clock;

    /** Refuses with NotFound. */
    Case find(UUID id) {
        return rows.find(id).orElseThrow(NotFound::new);
    }

    void show(Case it, MemberId reader, boolean operator, Model model) {
        var file = files.of(it);
        var people = new ArrayList<>(List.of(it.author()));
        file.reports().forEach(report -> people.add(report.reporter()));
        var thing = kinds.now(List.of(it)).get(it);
        var reasons = kinds.of(it.kind()).reasons();
        model.addAttribute("it", it);
        model.addAttribute("file", file);
        model.addAttribute("people", members.cards(people));
        model.addAttribute("thing", thing);
        model.addAttribute("changed", thing != null && thing.version() > it.seen());
        model.addAttribute(
                "reasons", Stream.of(Reason.values()).filter(reasons::contains).toList());
        model.addAttribute("gravest", Reason.of(it));
        model.addAttribute("measures", measures.from(it));
        model.addAttribute(
                "steps",
                Stream.of(Measure.Kind.values())
                        .filter(step -> operator || !step.removes())
                        .toList());
        model.addAttribute("community", communities.get(it.community()));
        model.addAttribute("late", it.isLate(clock.instant()));
        model.addAttribute(
                "own",
                it.author().equals(reader)
                        || file.reports().stream()
                                .anyMatch(report -> report.reporter().equals(reader)));
        var outcome = it.outcome();
        model.addAttribute("decidedByMe", outcome != null && outcome.by().equals(reader));
    }
}
