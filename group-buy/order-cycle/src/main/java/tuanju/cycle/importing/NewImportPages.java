package tuanju.cycle.importing;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.community.PickupPoints;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.PickupPlace;
import tuanju.cycle.export.SampleExport;
import tuanju.member.SignedIn;

/** A leader brings an export as a cycle of its own, or first takes a sample file to try it with. */
@Controller
@RequestMapping("/lead/imports")
@RequiredArgsConstructor
class NewImportPages {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final CycleImporting importing;
    private final OrderCycles cycles;
    private final ImportRefusals refusals;
    private final Leaders leaders;
    private final PickupPoints points;
    private final MessageSource messages;

    @GetMapping
    String choose(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(required = false) @Nullable UUID pickupPoint,
            Model model) {
        var here = community(me, community);
        model.addAttribute("active", "cycles");
        model.addAttribute("communities", leaders.communitiesLedBy(me.member()));
        model.addAttribute("community", here);
        model.addAttribute("points", points.ledBy(here.id(), me.member()));
        model.addAttribute("pickupPoint", pickupPoint);
        return "cycle/import-new";
    }

    @PostMapping
    String upload(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(required = false) @Nullable UUID pickupPoint,
            RedirectAttributes redirect) {
        var here = community(me, community);
        try {
            var home = new CycleImporting.Home(here.id(), pickupPoint);
            var code = importing.uploadNew(me.member(), home, ImportPages.upload(file));
            var planned = cycles.ledBy(me.member(), code).pickupPlace();
            if (pickupPoint != null && !pickupPoint.equals(planned.point())) {
                redirect.addFlashAttribute("flashOk", broughtBefore(planned));
            }
            return "redirect:/lead/cycles/" + code + "/import";
        } catch (Refusal refusal) {
            redirect.addFlashAttribute("flashError", refusals.inWords(refusal));
            redirect.addAttribute("community", here.shortCode());
            redirect.addAttribute("pickupPoint", pickupPoint);
            return "redirect:/lead/imports";
        }
    }

    @GetMapping("/sample.xlsx")
    ResponseEntity<byte[]> sample() {
        var name = ContentDisposition.attachment()
                .filename(SampleExport.FILE_NAME, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .headers(headers -> headers.setContentDisposition(name))
                .body(SampleExport.bytes());
    }

    private String broughtBefore(PickupPlace planned) {
        return messages.getMessage(
                "cycle.upload.before", new Object[] {planned.name()}, LocaleContextHolder.getLocale());
    }

    /** The community with this short code, else the first one this member leads; nobody else sees this page. */
    private CommunityCard community(SignedIn me, String shortCode) {
        var led = leaders.communitiesLedBy(me.member());
        return led.stream()
                .filter(each -> each.shortCode().equals(shortCode))
                .findFirst()
                .or(() -> led.stream().findFirst())
                .orElseThrow(NotFound::new);
    }
}
