package tuanju.cycle.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormFields;
import tuanju.command.FormProblems;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.TypedDoor;
import tuanju.cycle.export.CannotRead;
import tuanju.cycle.export.OrderColumn;
import tuanju.cycle.importing.CycleImports.Upload;
import tuanju.cycle.importing.ImportedOrders.Correction;
import tuanju.cycle.planning.CycleForm;
import tuanju.member.SignedIn;

/** A leader uploads an export, looks at what was understood, puts doors right and takes the orders in. */
@Controller
@RequestMapping("/lead")
@RequiredArgsConstructor
class ImportPages {

    private final OrderCycles cycles;
    private final CyclePoints points;
    private final CycleImporting importing;
    private final NamingColumns naming;
    private final DoorQuestions questions;
    private final ImportRefusals refusals;
    private final Commands commands;
    private final MessageSource messages;
    private final FormProblems problems;

    @GetMapping("/cycles/{code}/import")
    String look(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        var cycle = cycles.ledBy(me.member(), code);
        model.addAttribute("active", "cycles");
        model.addAttribute("cycle", cycle);
        model.addAttribute("points", points.of(cycle));
        model.addAttribute("preview", importing.latest(cycle).orElse(null));
        model.addAttribute("asked", naming.asked(cycle).orElse(null));
        model.addAttribute("meanings", OrderColumn.values());
        return "cycle/import";
    }

    @PostMapping("/cycles/{code}/imports")
    String upload(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam MultipartFile file,
            RedirectAttributes redirect) {
        var page = "redirect:/lead/cycles/" + code + "/import";
        try {
            importing.upload(me.member(), code, upload(file));
            return page;
        } catch (CannotRead refusal) {
            redirect.addFlashAttribute("flashError", refusals.inWords(refusal));
            return page;
        }
    }

    @PostMapping("/cycles/{code}/imports/{id}/orders")
    String take(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            @RequestParam @FormFields({"pickupPoint", "lane-*", "building-*", "unit-*", "room-*"})
                    Map<String, String> form,
            CommandKey key,
            RedirectAttributes redirect) {
        var point = form.getOrDefault("pickupPoint", "");
        var wish = new CycleImporting.Wish(
                corrections(form), point.isEmpty() ? null : CycleForm.uuid("pickupPoint", point));
        var result = commands.once(
                        key.about(wish), ImportResult.class, () -> importing.take(me.member(), code, id, wish))
                .value();
        redirect.addFlashAttribute("flashOk", sentence(result));
        return "redirect:/lead/cycles/" + code;
    }

    @PostMapping("/cycles/{code}/orders/{order}/address")
    String correct(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable Code order,
            TypedDoor door,
            RedirectAttributes redirect) {
        try {
            importing.correct(me.member(), code, order, new Correction(door.door()));
            redirect.addFlashAttribute("flashOk", "cycle.look.corrected");
        } catch (Refusal refusal) {
            if (refusal.getStatus() == 404) {
                throw refusal;
            }
            redirect.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/lead/cycles/" + code + "#looks";
    }

    @PostMapping("/cycles/{code}/orders/{order}/looks")
    String settle(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable Code order,
            RedirectAttributes redirect) {
        importing.settle(me.member(), code, order);
        redirect.addFlashAttribute("flashOk", "cycle.look.settled");
        return "redirect:/lead/cycles/" + code + "#looks";
    }

    /** The leader was asked about a door and leaves it as it is. */
    @PostMapping("/cycles/{code}/orders/{order}/door-question")
    String settleDoor(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable Code order,
            RedirectAttributes redirect) {
        questions.settle(me.member(), code, order);
        redirect.addFlashAttribute("flashOk", "cycle.look.settled");
        return "redirect:/lead/cycles/" + code + "#doors";
    }

    static Upload upload(MultipartFile file) {
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var shown = name.replaceAll("[\\p{Cntrl}/\\\\]", "_");
        try {
            return new Upload(shown.substring(0, Math.min(shown.length(), 200)), file.getBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Fields named lane-(key), building-(key), unit-(key) and room-(key), once per order. */
    private static Map<String, Correction> corrections(Map<String, String> form) {
        var corrections = new HashMap<String, Correction>();
        form.keySet().stream()
                .filter(name -> name.startsWith("building-"))
                .map(name -> name.substring("building-".length()))
                .forEach(key ->
                        corrections.put(key, new Correction(typed(form, key).doorOf("-" + key))));
        return corrections;
    }

    private static TypedDoor typed(Map<String, String> form, String key) {
        return new TypedDoor(
                form.get("lane-" + key), form.get("building-" + key), form.get("unit-" + key), form.get("room-" + key));
    }

    private String sentence(ImportResult result) {
        var key = result.changed() > 0 ? "cycle.import.done-changed" : "cycle.import.done";
        var numbers = new Object[] {result.imported(), result.known(), result.changed()};
        return messages.getMessage(key, numbers, LocaleContextHolder.getLocale());
    }
}
