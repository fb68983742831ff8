package tuanju.chain.telling;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.chain.ChainGuests;
import tuanju.chain.telling.GroupText.Kind;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.member.Phone;
import tuanju.member.SignedIn;
import tuanju.picture.Typefaces;

/** Texts for the group with one tap to copy, also as pictures, and a tick for each guest who has paid. */
@Controller
@RequestMapping("/lead/cycles/{code}")
@RequiredArgsConstructor
class GroupTextPages {

    private final OrderCycles cycles;
    private final GroupTexts texts;
    private final ChainGuests guests;
    private final Typefaces typefaces;
    private final FormProblems problems;

    @GetMapping("/texts")
    String texts(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, GuestsShown.Place place, Model model) {
        place.refuseTooLong();
        var cycle = cycles.ledBy(me.member(), code);
        model.addAttribute("active", "cycles");
        model.addAttribute("cycle", cycle);
        model.addAttribute("texts", texts.of(cycle));
        var all = guests.of(cycle);
        model.addAttribute("anyGuests", !all.isEmpty());
        model.addAttribute("guests", GuestsShown.of(all, place));
        return "chain/texts";
    }

    @GetMapping("/texts/{kind}.png")
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable Kind kind) {
        var text = texts.of(cycles.ledBy(me.member(), code), kind);
        if (text.isBlank()) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_PNG)
                .body(png(TextPainter.paint(text, typefaces::sized)));
    }

    @PostMapping("/guests/{guest}/payment")
    String paid(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID guest,
            @RequestParam boolean paid,
            GuestsShown.Place place) {
        place.refuseTooLong();
        var cycle = cycles.ledBy(me.member(), code);
        if (paid) {
            guests.paid(cycle, guest);
        } else {
            guests.notPaid(cycle, guest);
        }
        return "redirect:" + place.path(code);
    }

    @PostMapping("/guests/{guest}/phone")
    String reachable(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID guest,
            @RequestParam(defaultValue = "") String phone,
            GuestsShown.Place place,
            RedirectAttributes flash) {
        place.refuseTooLong();
        var cycle = cycles.ledBy(me.member(), code);
        try {
            guests.reachableAt(cycle, guest, Phone.of(phone));
            flash.addFlashAttribute("flashOk", "chain.texts.phone-kept");
        } catch (Invalid refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + place.path(code);
    }

    private static byte[] png(BufferedImage picture) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return png.toByteArray();
    }
}
