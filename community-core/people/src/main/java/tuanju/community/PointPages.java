package tuanju.community;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.member.SignedIn;
import tuanju.picture.PictureRef;
import tuanju.picture.Pictures;

/** A leader keeps their own pickup points. */
@Controller
@RequiredArgsConstructor
class PointPages {

    private final PickupPoints points;
    private final Communities communities;
    private final Leaders leaders;
    private final Commands commands;
    private final FormProblems problems;
    private final Pictures pictures;

    /** A community this member leads, with their points in it. */
    record Led(CommunityCard community, List<PickupPointCard> points) {}

    record PlaceForm(
            @Nullable String name,
            @Nullable String area,
            @Nullable String address,
            @Nullable String hours,
            @Nullable String instructions) {

        private static final PlaceForm EMPTY = new PlaceForm("", "", "", "", "");

        static PlaceForm of(PickupPointCard card) {
            return new PlaceForm(card.name(), card.area(), card.address(), card.hours(), card.instructions());
        }

        PickupPlace place() {
            return new PickupPlace(or(name), or(area), or(address), or(hours), or(instructions));
        }

        private static String or(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /**
     * What the place looks like.
     *
     * @param photoRemoved set where the photo there is should go
     */
    record PhotoForm(
            @Nullable MultipartFile photo, @Nullable String photoRemoved) {

        /** A browser sends an empty one where none was chosen. */
        List<MultipartFile> uploads() {
            return photo == null || photo.isEmpty() ? List.of() : List.of(photo);
        }
    }

    @GetMapping("/lead/points")
    String all(@AuthenticationPrincipal SignedIn me, Model model) {
        var led = leaders.communitiesLedBy(me.member()).stream()
                .map(it -> new Led(it, points.ledBy(it.id(), me.member())))
                .toList();
        if (led.isEmpty()) {
            throw new NotFound();
        }
        model.addAttribute("led", led);
        model.addAttribute("active", "today");
        return "community/points";
    }

    @GetMapping("/lead/points/{community}/new")
    String askNew(@AuthenticationPrincipal SignedIn me, @PathVariable String community, Model model) {
        model.addAttribute("place", PlaceForm.EMPTY);
        return form(led(me, community), "", model);
    }

    @PostMapping("/lead/points/{community}")
    String open(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @ModelAttribute("place") PlaceForm form,
            PhotoForm photo,
            CommandKey key,
            Model model,
            HttpServletResponse response) {
        var where = led(me, community);
        try {
            var place = form.place();
            commands.once(
                    key,
                    UUID.class,
                    () -> pictures.storedFor(me.member().value(), photo.uploads(), picture -> {
                        var point = points.open(where.id(), me.member(), place).id();
                        photograph(me, new Where(where, point), photo, picture);
                        return point;
                    }));
            return "redirect:/lead/points";
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return form(where, "", model);
        }
    }

    @GetMapping("/lead/points/{community}/{point}")
    String askChange(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @PathVariable UUID point,
            Model model) {
        var where = led(me, community);
        var card = own(me, where, point);
        model.addAttribute("place", PlaceForm.of(card));
        show(card, model);
        return form(where, point.toString(), model);
    }

    @PostMapping("/lead/points/{community}/{point}")
    String change(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @PathVariable UUID point,
            @ModelAttribute("place") PlaceForm form,
            PhotoForm photo,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var where = led(me, community);
        try {
            var place = form.place();
            pictures.storedFor(me.member().value(), photo.uploads(), picture -> {
                points.change(where.id(), point, me.member(), place);
                photograph(me, new Where(where, point), photo, picture);
                return point;
            });
            flash.addFlashAttribute("flashOk", "community.point.saved");
            return "redirect:/lead/points";
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            show(own(me, where, point), model);
            return form(where, point.toString(), model);
        }
    }

    @PostMapping("/lead/points/{community}/{point}/closure")
    String close(@AuthenticationPrincipal SignedIn me, @PathVariable String community, @PathVariable UUID point) {
        points.close(led(me, community).id(), point, me.member());
        return "redirect:/lead/points";
    }

    @PostMapping("/lead/points/{community}/{point}/reopening")
    String reopen(@AuthenticationPrincipal SignedIn me, @PathVariable String community, @PathVariable UUID point) {
        points.reopen(led(me, community).id(), point, me.member());
        return "redirect:/lead/points";
    }

    private static void show(PickupPointCard card, Model model) {
        model.addAttribute("open", card.open());
        model.addAttribute("photo", card.photo());
    }

    private record Where(CommunityCard community, UUID point) {}

    private void photograph(SignedIn me, Where where, PhotoForm form, List<PictureRef> stored) {
        if (!stored.isEmpty() || form.photoRemoved() != null) {
            var picture = stored.isEmpty() ? null : stored.getFirst();
            points.photograph(where.community().id(), where.point(), me.member(), picture);
        }
    }

    private CommunityCard led(SignedIn me, String shortCode) {
        return communities
                .find(shortCode)
                .filter(it -> leaders.leads(me.member(), it.id()))
                .orElseThrow(NotFound::new);
    }

    private PickupPointCard own(SignedIn me, CommunityCard community, UUID point) {
        var card = points.get(community.id(), point);
        if (!card.leader().equals(me.member())) {
            throw new NotFound();
        }
        return card;
    }

    private static String form(CommunityCard community, String point, Model model) {
        model.addAttribute("community", community);
        model.addAttribute("point", point);
        model.addAttribute("active", "today");
        return "community/point";
    }
}
