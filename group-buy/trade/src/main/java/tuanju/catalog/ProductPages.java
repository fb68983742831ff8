package tuanju.catalog;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;
import tuanju.picture.Pictures;

/** Operators write products: what they are, how they look. */
@Controller
@RequestMapping("/operate/products")
@RequiredArgsConstructor
class ProductPages {

    private final Catalog catalog;
    private final ProductEditing editing;
    private final Commands commands;
    private final Communities communities;
    private final Pictures pictures;
    private final FormProblems problems;

    @GetMapping("/{community}/new")
    String askNew(@PathVariable String community, Model model) {
        model.addAttribute("draft", ProductDraft.empty());
        return form(home(community), null, model);
    }

    @PostMapping("/{community}")
    String create(
            @PathVariable String community,
            CommandKey key,
            @ModelAttribute("draft") ProductDraft draft,
            @RequestParam(required = false) @Nullable List<MultipartFile> uploads,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            HttpServletResponse response) {
        var home = home(community);
        try {
            var photos = photos(uploads);
            draft.check(photos.size());
            var id = commands.once(
                    key,
                    UUID.class,
                    () -> pictures.storedFor(
                            me.member().value(),
                            photos,
                            all -> editing.create(home.id(), draft.form(all), me.member())
                                    .value()));
            return "redirect:/operate/products/" + home.shortCode() + "/" + id.value();
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return form(home, null, model);
        }
    }

    @GetMapping("/{community}/{id}")
    String product(@PathVariable String community, @PathVariable UUID id, Model model) {
        var home = home(community);
        var card = catalog.product(home.id(), new ProductId(id));
        model.addAttribute("draft", ProductDraft.of(card));
        return form(home, card, model);
    }

    @PostMapping("/{community}/{id}")
    String edit(
            @PathVariable String community,
            @PathVariable UUID id,
            @ModelAttribute("draft") ProductDraft draft,
            @RequestParam(required = false) @Nullable List<MultipartFile> uploads,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var home = home(community);
        var card = catalog.product(home.id(), new ProductId(id));
        try {
            var photos = photos(uploads);
            draft.check(draft.kept(card.pictures()).size() + photos.size());
            pictures.storedFor(me.member().value(), photos, added -> {
                editing.edit(home.id(), card.id(), had -> draft.with(draft.kept(had), added), me.member());
                return card.id();
            });
            flash.addFlashAttribute("flashOk", "catalog.product.saved");
            return "redirect:/operate/products/" + home.shortCode() + "/" + id;
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return form(home, card, model);
        }
    }

    @PostMapping("/{community}/{id}/archive")
    String archive(
            @PathVariable String community,
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        editing.archive(home(community).id(), new ProductId(id), me.member());
        flash.addFlashAttribute("flashOk", "catalog.product.archived");
        flash.addFlashAttribute("undo", "/operate/products/" + community + "/" + id + "/restore");
        return "redirect:/operate/products?community=" + community;
    }

    @PostMapping("/{community}/{id}/restore")
    String restore(
            @PathVariable String community,
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        editing.restore(home(community).id(), new ProductId(id), me.member());
        flash.addFlashAttribute("flashOk", "catalog.product.restored");
        return "redirect:/operate/products/" + community + "/" + id;
    }

    /** A browser sends an empty one where none was chosen. */
    private static List<MultipartFile> photos(@Nullable List<MultipartFile> uploads) {
        return uploads == null
                ? List.of()
                : uploads.stream().filter(it -> !it.isEmpty()).toList();
    }

    private CommunityCard home(String shortCode) {
        return communities.find(shortCode).orElseThrow(NotFound::new);
    }

    private static String form(CommunityCard home, @Nullable ProductCard card, Model model) {
        model.addAttribute("active", "products");
        model.addAttribute("community", home);
        model.addAttribute("product", card);
        return "catalog/product";
    }
}
