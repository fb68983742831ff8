package tuanju.chain;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.OrderCycles;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.page.Dates;

/** A leader pastes the group's chain list, looks at what was understood, puts lines right and takes it in. */
@Controller
@RequestMapping("/lead/cycles/{code}/chain-lists")
@RequiredArgsConstructor
class ChainListPages {

    private final OrderCycles cycles;
    private final CyclePoints points;
    private final ChainLists lists;
    private final ChainTaking taking;
    private final MissingGuests missing;
    private final Members members;
    private final Commands commands;
    private final MessageSource messages;
    private final FormProblems problems;
    private final Dates dates;

    @GetMapping
    String blank(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        var self = members.card(me.member()).name();
        return blank(me, code, new Typed("", self, null), model);
    }

    /** What stands in the form, as somebody typed it. */
    record Typed(String text, String self, @Nullable UUID pickupPoint) {}

    private String blank(SignedIn me, Code code, Typed typed, Model model) {
        var cycle = cycles.ledBy(me.member(), code);
        model.addAttribute("active", "cycles");
        model.addAttribute("cycle", cycle);
        model.addAttribute("typed", typed);
        model.addAttribute("points", points.of(cycle));
        model.addAttribute("lists", lists.of(cycle));
        return "chain/chain";
    }

    @PostMapping
    String paste(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String self,
            @RequestParam(required = false) @Nullable UUID pickupPoint,
            Model model,
            HttpServletResponse response) {
        try {
            return page(code) + "/" + taking.paste(me.member(), code, new ChainPaste(text, self, pickupPoint));
        } catch (ChainListTooLong | Invalid refusal) {
            problems.show(refusal, model, response);
            return blank(me, code, new Typed(text, self, pickupPoint), model);
        }
    }

    @GetMapping("/{id}")
    String look(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            Model model,
            RedirectAttributes redirect) {
        var cycle = cycles.ledBy(me.member(), code);
        var kept = lists.find(cycle, id).orElseThrow(NotFound::new);
        if (kept.forgotten() != null) {
            redirect.addFlashAttribute("flashOk", words("chain.forgotten", dates.when(kept.forgotten())));
            return page(code);
        }
        model.addAttribute("active", "cycles");
        model.addAttribute("cycle", cycle);
        model.addAttribute("list", kept);
        var where = taking.points(cycle, kept);
        model.addAttribute("view", ChainListView.of(kept.text(), taking.read(cycle, kept), where));
        model.addAttribute("usual", points.of(cycle).size() > 1 ? where.usual() : null);
        model.addAttribute("hasAction", true);
        return "chain/chain-list";
    }

    @PostMapping("/{id}/lines/{number}")
    String fix(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam String line,
            RedirectAttributes redirect) {
        try {
            taking.fix(me.member(), code, id, number, line.replaceAll("\\R", " "));
            return page(code) + "/" + id + "#line-" + number;
        } catch (Invalid refusal) {
            return refused(refusal, redirect, page(code) + "/" + id);
        }
    }

    @PostMapping("/{id}/orders")
    String take(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            CommandKey key,
            RedirectAttributes redirect) {
        try {
            var taken = commands.once(key.about(id), Taken.class, () -> counts(me, code, id))
                    .value();
            redirect.addFlashAttribute("flashOk", words("chain.done", taken.fresh(), taken.changed(), taken.unclear()));
        } catch (CannotOrder refusal) {
            return refused(refusal, redirect, page(code) + "/" + id);
        }
        return page(code) + "/" + id;
    }

    /** How many lines of a paste became orders, changed one, or wait to be put right. */
    record Taken(int fresh, int changed, int unclear) {}

    private Taken counts(SignedIn me, Code code, UUID id) {
        var view = ChainListView.of(taking.take(me.member(), code, id));
        return new Taken(view.fresh(), view.changing(), view.read().unclear().size());
    }

    /** One answer for all who are gone: the ticked orders are cancelled, the others stay. */
    @PostMapping("/{id}/missing")
    String missing(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            CommandKey key,
            @RequestParam(required = false) @Nullable List<UUID> cancel,
            RedirectAttributes redirect) {
        var orders = cancel == null ? List.<UUID>of() : cancel;
        try {
            var done = commands.once(
                            key.about(id + " " + orders),
                            MissingGuests.Answered.class,
                            () -> missing.answer(me.member(), code, id, orders))
                    .value();
            redirect.addFlashAttribute("flashOk", words("chain.missing-done", done.cancelled(), done.kept()));
        } catch (CannotOrder refusal) {
            return refused(refusal, redirect, page(code) + "/" + id);
        }
        return page(code) + "/" + id;
    }

    private String refused(Refusal refusal, RedirectAttributes redirect, String page) {
        redirect.addFlashAttribute("flashError", problems.sentence(refusal));
        return page;
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private static String page(Code code) {
        return "redirect:/lead/cycles/" + code + "/chain-lists";
    }
}
