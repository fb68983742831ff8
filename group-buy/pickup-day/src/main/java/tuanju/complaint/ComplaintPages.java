package tuanju.complaint;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LookingAtDesks;
import tuanju.member.SignedIn;
import tuanju.pickup.PickupOrder;

/** At the desk: something in a bag is damaged or short. */
@Controller
@RequiredArgsConstructor
@RequestMapping({"/lead/cycles/{cycle}/desk/bags/{bag}/complaints", "/lead/desk/bags/{bag}/complaints"})
class ComplaintPages {

    private final Desks desks;
    private final LookingAtDesks looking;
    private final Complaining complaining;
    private final SentPhotos photos;
    private final Commands commands;
    private final FormProblems problems;
    private final MessageSource messages;

    /** Which bag (by the code of one of its orders) at which desk. */
    record Place(@Nullable String cycle, String bag) {}

    /** What came of a report. */
    record Outcome(boolean given, String amount) {}

    @GetMapping
    String form(@AuthenticationPrincipal SignedIn me, Place place, Model model) {
        return page(desk(me, place), place, ComplaintForm.EMPTY, model);
    }

    @PostMapping
    String report(
            @AuthenticationPrincipal SignedIn me,
            Place place,
            ComplaintForm form,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale locale) {
        var desk = desk(me, place);
        var typed = form;
        try {
            var whole = form.keeping(photos.arrived(desk.attendant().value(), form.photo(), form.kept()));
            typed = whole;
            var outcome = commands.once(key, Outcome.class, () -> report(desk, place, whole))
                    .value();
            var said = outcome.given() ? "complaint.given" : "complaint.sent";
            redirect.addFlashAttribute("flashOk", messages.getMessage(said, new Object[] {outcome.amount()}, locale));
            return "redirect:" + path(desk, place);
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return page(desk, place, typed, model);
        }
    }

    private Outcome report(Desk desk, Place place, ComplaintForm form) {
        var bag = looking.household(desk, place.bag());
        var card = complaining.report(
                desk, form.report(bag, photos.taken(desk.attendant().value(), form.kept())));
        return new Outcome(!card.waiting(), card.about().asked().toString());
    }

    private String page(Desk desk, Place place, ComplaintForm form, Model model) {
        var bag = looking.household(desk, place.bag());
        var orders = bag.orders().stream().map(PickupOrder::id).toList();
        model.addAttribute("here", path(desk, place));
        model.addAttribute("back", desk.path() + "/bags/" + place.bag());
        model.addAttribute("door", bag.door().isEmpty() ? bag.people() : bag.door());
        model.addAttribute("choices", ComplaintForm.choices(bag).toList());
        model.addAttribute("form", form);
        model.addAttribute("kept", SentPhotos.shown(form.kept()));
        model.addAttribute("allowance", complaining.left(desk, orders.getFirst()));
        model.addAttribute("complaints", complaining.about(desk.community().id(), orders));
        model.addAttribute("active", "desk");
        return "complaint/report";
    }

    private static String path(Desk desk, Place place) {
        return desk.path() + "/bags/" + place.bag() + "/complaints";
    }

    /** Money is its leader's to give: a deputy finds no such page. */
    private Desk desk(SignedIn me, Place place) {
        var desk = desks.of(me.member(), place.cycle(), place.bag());
        if (!desk.isOwn()) {
            throw new NotFound();
        }
        return desk;
    }
}
