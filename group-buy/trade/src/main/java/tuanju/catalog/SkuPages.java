package tuanju.catalog;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
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
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;

/** Operators price variants and count their stock; what is refused is said on the product's page. */
@Controller
@RequestMapping("/operate/products/{community}/{product}")
@RequiredArgsConstructor
class SkuPages {

    private final ProductEditing editing;
    private final Commands commands;
    private final Stocking stocking;
    private final Communities communities;
    private final FormProblems problems;

    @PostMapping("/skus")
    String add(
            @PathVariable String community,
            @PathVariable UUID product,
            SkuDraft draft,
            @AuthenticationPrincipal SignedIn me,
            CommandKey key,
            RedirectAttributes flash) {
        return back(
                community,
                product,
                flash,
                () -> commands.once(
                        key,
                        UUID.class,
                        () -> editing.addSku(home(community), new ProductId(product), draft.form(), me.member())
                                .value()));
    }

    @PostMapping("/skus/{sku}")
    String edit(
            @PathVariable String community,
            @PathVariable UUID product,
            @PathVariable UUID sku,
            SkuDraft draft,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        return back(
                community,
                product,
                flash,
                () -> editing.editSku(home(community), new SkuId(sku), draft.form(), me.member()));
    }

    @PostMapping("/skus/{sku}/stock")
    String count(
            @PathVariable String community,
            @PathVariable UUID product,
            @PathVariable UUID sku,
            @RequestParam String pieces,
            @AuthenticationPrincipal SignedIn me,
            CommandKey key,
            RedirectAttributes flash) {
        return back(
                community,
                product,
                flash,
                () -> commands.once(key, UUID.class, () -> {
                    stocking.adjust(home(community), new SkuId(sku), Stocking.typed("pieces", pieces), me.member());
                    return sku;
                }));
    }

    private String back(String community, UUID product, RedirectAttributes flash, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("flashOk", "catalog.product.saved");
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/operate/products/" + community + "/" + product + "#skus";
    }

    private CommunityId home(String shortCode) {
        return communities.find(shortCode).orElseThrow(NotFound::new).id();
    }
}
