package tuanju.household;

import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.TypedDoor;
import tuanju.desk.LeftWith;
import tuanju.household.MoneyActs.Way;
import tuanju.member.SignedIn;

/** What a leader does at the table, to one household or to many; each act leads back to the view it was done in. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/lead/cycles/{code}/households")
class HouseholdActPages {

    private final OrderCycles cycles;
    private final HouseholdTable table;
    private final HouseholdActs acts;
    private final Commands commands;
    private final FormProblems problems;

    /** A request to do something: who, in which cycle, with which key. */
    private record Asked(SignedIn me, Code code, CommandKey key, RedirectAttributes flash) {}

    @PostMapping("/payments")
    String paid(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            HouseholdWanted wanted,
            @RequestParam Way way,
            CommandKey key,
            RedirectAttributes flash) {
        return act(new Asked(me, code, key, flash), wanted, it -> acts.paid(wanted.sawOpen(it), way));
    }

    @PostMapping("/paybacks")
    String paidBack(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            HouseholdWanted wanted,
            @RequestParam Way way,
            CommandKey key,
            RedirectAttributes flash) {
        return act(new Asked(me, code, key, flash), wanted, it -> acts.paidBack(wanted.sawOwed(it), way));
    }

    @PostMapping("/moves")
    String moved(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            HouseholdWanted wanted,
            @RequestParam UUID point,
            CommandKey key,
            RedirectAttributes flash) {
        return act(new Asked(me, code, key, flash), wanted, it -> acts.moved(it, point));
    }

    @PostMapping("/doors")
    String door(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            HouseholdWanted wanted,
            TypedDoor door,
            CommandKey key,
            RedirectAttributes flash) {
        return act(new Asked(me, code, key, flash), wanted, it -> acts.door(it, door.door()));
    }

    @PostMapping("/handovers")
    String handedOver(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            HouseholdWanted wanted,
            @RequestParam(required = false) @Nullable String leftAt,
            CommandKey key,
            RedirectAttributes flash) {
        return act(new Asked(me, code, key, flash), wanted, it -> acts.handedOver(it, LeftWith.read(leftAt)));
    }

    @PostMapping("/reminders")
    String reminded(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            HouseholdWanted wanted,
            CommandKey key,
            RedirectAttributes flash) {
        return act(new Asked(me, code, key, flash), wanted, acts::reminded);
    }

    /** Takes an act back, whatever it was and however many it was done to. */
    @PostMapping("/undos")
    String undo(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            HouseholdWanted wanted,
            @RequestParam UUID act,
            RedirectAttributes flash) {
        var cycle = cycles.ledBy(me.member(), code);
        try {
            acts.undo(me.member(), cycle, act);
            flash.addFlashAttribute("flashOk", "household.undone");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return back(code, wanted);
    }

    private String act(Asked asked, HouseholdWanted wanted, Function<Marking, Done> act) {
        var me = asked.me().member();
        var cycle = cycles.ledBy(me, asked.code());
        try {
            // whoever says it again is answered with what was done, also if nobody matches any more
            var done = commands.once(
                            asked.key(),
                            Done.class,
                            () -> act.apply(new Marking(me, cycle, wanted.of(table.of(cycle)))))
                    .value();
            asked.flash()
                    .addFlashAttribute("doneAct", done.act().toString())
                    .addFlashAttribute("doneKind", done.kind().name())
                    .addFlashAttribute("doneHouseholds", done.households());
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            asked.flash().addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return back(asked.code(), wanted);
    }

    private static String back(Code code, HouseholdWanted wanted) {
        return "redirect:" + wanted.query().at("/lead/cycles/" + code + "/households");
    }
}
