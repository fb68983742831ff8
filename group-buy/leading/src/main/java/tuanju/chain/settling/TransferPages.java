package tuanju.chain.settling;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.chain.ChainSettings;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Fingerprint;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;

/** A leader pastes transfers or brings a bill, sees who has paid, answers what is asked and takes back what was wrong. */
@Controller
@RequestMapping("/lead/cycles/{code}/transfers")
@RequiredArgsConstructor
class TransferPages {

    private final OrderCycles cycles;
    private final TransferTaking taking;
    private final TransferRows rows;
    private final ChainSettings settings;
    private final Commands commands;
    private final MessageSource messages;
    private final FormProblems problems;

    @GetMapping
    String blank(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        return blank(me, code, "", model);
    }

    private String blank(SignedIn me, Code code, String typed, Model model) {
        var cycle = cycles.ledBy(me.member(), code);
        model.addAttribute("active", "cycles");
        model.addAttribute("cycle", cycle);
        model.addAttribute("typed", typed);
        model.addAttribute("lists", rows.of(cycle));
        model.addAttribute("daysKept", settings.transfersFor().toDays());
        return "chain/transfers";
    }

    /** The list that a paste was kept as. */
    record Kept(UUID id) {}

    @PostMapping
    String paste(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            CommandKey key,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        try {
            var pastes = pastes(text, file);
            var command = key.about(
                    pastes.stream().map(paste -> Fingerprint.of(paste.bytes())).toList());
            var kept = commands.once(command, Kept.class, () -> paste(me, code, pastes))
                    .value();
            return page(code) + "/" + kept.id();
        } catch (Invalid refusal) {
            problems.show(refusal, model, response);
            return blank(me, code, text, model);
        }
    }

    /** A text and a file sent together are two lists, so that neither is lost. */
    private static List<TransferPaste> pastes(String text, @Nullable MultipartFile file) {
        var pastes = new ArrayList<TransferPaste>();
        boolean bill = file != null && !file.isEmpty();
        if (!bill || !text.isBlank()) {
            pastes.add(new TransferPaste(text));
        }
        if (file != null && bill) {
            pastes.add(TransferPaste.of(bytes(file)));
        }
        return pastes;
    }

    private Kept paste(SignedIn me, Code code, List<TransferPaste> pastes) {
        var kept = pastes.stream()
                .map(paste -> taking.paste(me.member(), code, paste))
                .toList();
        return new Kept(kept.getLast());
    }

    @GetMapping("/{id}")
    String look(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable UUID id, Model model) {
        var cycle = cycles.ledBy(me.member(), code);
        model.addAttribute("active", "cycles");
        model.addAttribute("cycle", cycle);
        model.addAttribute("view", taking.view(cycle, id));
        return "chain/transfer-list";
    }

    /** Whose order a transfer pays. */
    @PostMapping("/{id}/uses")
    String use(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            CommandKey key,
            @RequestParam UUID transfer,
            @RequestParam UUID guest,
            RedirectAttributes redirect) {
        try {
            commands.once(key.about(transfer + " " + guest), Kept.class, () -> {
                taking.use(me.member(), code, id, transfer, guest);
                return new Kept(transfer);
            });
            redirect.addFlashAttribute("flashOk", "chain.transfer.used");
        } catch (TransferUsed | Invalid refusal) {
            return refused(refusal, redirect, page(code) + "/" + id);
        }
        return page(code) + "/" + id + "#asked";
    }

    /** Takes one use back, or without a transfer all that came new with this text. */
    @PostMapping("/{id}/undo")
    String undo(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID transfer,
            RedirectAttributes redirect) {
        int undone = 1;
        if (transfer == null) {
            undone = taking.undo(me.member(), code, id);
        } else {
            taking.undo(me.member(), code, id, transfer);
        }
        var words =
                messages.getMessage("chain.transfer.undone", new Object[] {undone}, LocaleContextHolder.getLocale());
        redirect.addFlashAttribute("flashOk", words);
        return page(code) + "/" + id;
    }

    private String refused(Refusal refusal, RedirectAttributes redirect, String page) {
        redirect.addFlashAttribute("flashError", problems.sentence(refusal));
        return page;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String page(Code code) {
        return "redirect:/lead/cycles/" + code + "/transfers";
    }
}
