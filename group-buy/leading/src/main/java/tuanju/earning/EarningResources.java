package tuanju.earning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.member.SignedIn;
import tuanju.page.Dates;

/** A leader's money of one day as JSON: the same lines and sums as on their page, in fen. */
@RestController
@RequiredArgsConstructor
class EarningResources {

    private final Statements statements;
    private final Clock clock;

    /** One order handed over: what was asked, what went back, what stays, what its leader gave off it, and the fee less that. */
    record Line(
            String order,
            long askedFen,
            long backFen,
            long staysFen,
            String feePercent,
            long gaveFen,
            long feeFen,
            boolean settled) {}

    /** One community's day. */
    record Day(
            String community,
            LocalDate day,
            long askedFen,
            long backFen,
            long staysFen,
            long feeFen,
            long settledFeeFen,
            List<Line> lines) {}

    /** @param day in Shanghai, today when not given */
    @GetMapping("/api/v1/leaders/earnings")
    List<Day> day(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day) {
        var wanted = day == null ? LocalDate.ofInstant(clock.instant(), Dates.SHANGHAI) : day;
        return statements.of(me.member(), wanted).stream()
                .map(EarningResources::day)
                .toList();
    }

    private static Day day(Statement statement) {
        return new Day(
                statement.community(),
                statement.day(),
                statement.asked().fen(),
                statement.back().fen(),
                statement.base().fen(),
                statement.fee().fen(),
                statement.settledFee().fen(),
                statement.lines().stream().map(EarningResources::line).toList());
    }

    private static Line line(Statement.Line line) {
        return new Line(
                line.order().code().value(),
                line.asked().fen(),
                line.asked().fen() - line.base().fen(),
                line.base().fen(),
                line.percent(),
                line.gave().fen(),
                line.fee().fen(),
                line.isSettled());
    }
}
