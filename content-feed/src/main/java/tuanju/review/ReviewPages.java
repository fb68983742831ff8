package tuanju.review;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.card.CardRef;
import tuanju.card.Viewer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Pace;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.Leaders;
import tuanju.member.SignedIn;

/** Reviews are read by whoever sees the goods, and written on the way from an own order. */
@Controller
@RequiredArgsConstructor
class ReviewPages {

    static final Pace REVIEWS = new Pace("review", 20, Duration.ofHours(1));
    private static final int BEST = 50;

    private final Reviews reviews;
    private final ReviewRatings ratings;
    private final Communities communities;
    private final Leaders leaders;
    private final Commands commands;
    private final FormProblems problems;

    /** What pleases most in a community. */
    @GetMapping("/reviews")
    String best(@RequestParam(defaultValue = "") String community, Model model) {
        var here = communities
                .find(community)
                .or(() -> community.isBlank() ? communities.all().stream().findFirst() : java.util.Optional.empty())
                .orElseThrow(NotFound::new);
        model.addAttribute("community", here);
        model.addAttribute("best", ratings.best(here.id(), BEST));
        model.addAttribute("active", "notes");
        return "review/best";
    }

    @GetMapping("/reviews/{kind}/{code}")
    String reviews(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable CardRef.Kind kind,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable Code after,
            Model model) {
        var ref = new CardRef(kind, code);
        var said = reviews.of(ref, Viewer.of(me), after);
        boolean leads =
                me != null && leaders.leads(me.member(), communities.of(code).id());
        model.addAttribute("said", said);
        model.addAttribute("after", after);
        model.addAttribute("leads", leads);
        model.addAttribute("signedIn", me != null);
        model.addAttribute("operates", me != null && me.operator());
        model.addAttribute("here", "/reviews/" + kind + "/" + code);
        model.addAttribute("active", "notes");
        return "review/reviews";
    }

    @GetMapping("/orders/{code}/reviews")
    String form(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        model.addAttribute("order", code);
        model.addAttribute("had", reviews.had(me.member(), code));
        model.addAttribute("back", "/orders/" + code);
        model.addAttribute("active", "orders");
        return "review/form";
    }

    @PostMapping("/orders/{code}/reviews")
    String write(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            ReviewForm form,
            CommandKey key,
            RedirectAttributes flash) {
        try {
            commands.once(
                    key,
                    REVIEWS,
                    String.class,
                    () -> reviews.write(me.member(), code, form.saying()).value());
            flash.addFlashAttribute("flashOk", "review.written");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
            // what waits in the session are plain values
            flash.addFlashAttribute("typedOf", String.valueOf(form.product()));
            flash.addFlashAttribute("typedText", form.text());
            flash.addFlashAttribute("typedTaste", form.taste());
            flash.addFlashAttribute("typedFreshness", form.freshness());
            flash.addFlashAttribute("typedAsDescribed", form.asDescribed());
        }
        return "redirect:/orders/" + code + "/reviews";
    }

    /** Twice is once. */
    @PostMapping("/me/reviews/{code}/withdrawal")
    String withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, RedirectAttributes flash) {
        reviews.withdraw(me.member(), code);
        flash.addFlashAttribute("flashOk", "review.withdrawn");
        return "redirect:/orders";
    }

    /** As its form sends it. */
    record ReviewForm(
            @Nullable UUID product,
            @Nullable Integer taste,
            @Nullable Integer freshness,
            @Nullable Integer asDescribed,
            @Nullable String text) {

        Reviews.Saying saying() {
            var stars = Stars.read(taste, freshness, asDescribed);
            return new Reviews.Saying(
                    Objects.requireNonNullElse(product, new UUID(0, 0)),
                    stars.taste(),
                    stars.freshness(),
                    stars.asDescribed(),
                    Objects.requireNonNullElse(text, ""));
        }
    }
}
