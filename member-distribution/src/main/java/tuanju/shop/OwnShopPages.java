package tuanju.shop;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
import tuanju.card.CardRef;
import tuanju.card.Viewer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.link.Links;
import tuanju.member.SignedIn;
import tuanju.membership.Memberships;
import tuanju.referral.Referrers;
import tuanju.shop.ShopKeeping.Choice;
import tuanju.shop.ShopKeeping.Wish;

/** A member opens shops, fills them, hands them on and sees what came of them. */
@Controller
@RequestMapping("/me/shops")
@RequiredArgsConstructor
class OwnShopPages {

    private static final String HERE = "/me/shops";

    private final Shops shops;
    private final ShopViews views;
    private final ShopKeeping keeping;
    private final ShopPictures pictures;
    private final ShopSharing sharing;
    private final ShopWishes wishes;
    private final Links links;
    private final Referrers referrers;
    private final Memberships memberships;
    private final Communities communities;
    private final Commands commands;
    private final FormProblems problems;
    private final Clock clock;

    /** One of theirs, and what came of it. */
    record Had(Shop shop, CommunityCard community, ShopViews.Brought brought) {}

    @GetMapping
    String all(@AuthenticationPrincipal SignedIn me, Model model) {
        return all(me, new Shop.Words("", ""), model);
    }

    @PostMapping
    String open(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String introduction,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            var here = communities.find(community).orElseThrow(() -> new Invalid("community", "field-wrong"));
            var made = commands.once(
                    key,
                    String.class,
                    () -> keeping.open(me.member(), here, new Wish(title, introduction, null))
                            .code()
                            .value());
            flash.addFlashAttribute("flashOk", "shop.opened");
            return "redirect:" + HERE + "/" + made.value();
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            model.addAttribute("chosen", community);
            return all(me, new Shop.Words(title, introduction), model);
        }
    }

    @GetMapping("/{code}")
    String one(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        var shop = shops.own(me.member(), code);
        model.addAttribute("after", after);
        return one(me, shop, new Shop.Words(shop.title(), shop.introduction()), model);
    }

    /** With a picture of it where one was chosen; what is there already stays otherwise, or goes where it is said so. */
    @PostMapping("/{code}")
    String change(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String introduction,
            @RequestParam(defaultValue = "false") boolean bare,
            @RequestParam(required = false) @Nullable MultipartFile upload,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var shop = shops.own(me.member(), code);
        try {
            var picture = pictures.stored(me.member(), upload, bare);
            keeping.change(me.member(), code, new Wish(title, introduction, picture), shop.open());
            flash.addFlashAttribute("flashOk", "shop.saved");
            return "redirect:" + HERE + "/" + code;
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return one(me, shop, new Shop.Words(title, introduction), model);
        }
    }

    @PostMapping("/{code}/closing")
    String close(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, RedirectAttributes flash) {
        return done(code, flash, "shop.closed", () -> keeping.show(me.member(), code, false));
    }

    @PostMapping("/{code}/opening")
    String openAgain(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, RedirectAttributes flash) {
        return done(code, flash, "shop.opened-again", () -> keeping.show(me.member(), code, true));
    }

    /** Puts one into it, or says something else of it; twice is once, so that it needs no key. */
    @PostMapping("/{code}/goods/{kind}/{goods}")
    String put(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable CardRef.Kind kind,
            @PathVariable Code goods,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable Integer place,
            @RequestParam(defaultValue = "false") boolean bare,
            @RequestParam(required = false) @Nullable MultipartFile upload,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var shop = shops.own(me.member(), code);
        try {
            var picture = pictures.stored(me.member(), upload, bare);
            keeping.put(me.member(), code, new Choice(new CardRef(kind, goods), words, picture, place));
            flash.addFlashAttribute("flashOk", "shop.put");
            return "redirect:" + HERE + "/" + code;
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return one(me, shop, new Shop.Words(shop.title(), shop.introduction()), model);
        }
    }

    @PostMapping("/{code}/goods/{kind}/{goods}/removal")
    String remove(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable CardRef.Kind kind,
            @PathVariable Code goods,
            RedirectAttributes flash) {
        return done(code, flash, "shop.removed", () -> keeping.remove(me.member(), code, new CardRef(kind, goods)));
    }

    private String done(Code code, RedirectAttributes flash, String said, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("flashOk", said);
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + HERE + "/" + code;
    }

    private String all(SignedIn me, Shop.Words typed, Model model) {
        var had = shops.of(me.member());
        var there = had.stream().map(Shop::community).collect(Collectors.toSet());
        var free = new ArrayList<>(memberships.communitiesOf(me.member()));
        free.removeAll(there);
        model.addAttribute("shops", had.stream().map(this::had).toList());
        model.addAttribute("free", free.stream().map(communities::get).toList());
        model.addAttribute("typed", typed);
        model.addAttribute("active", "me");
        return "shop/mine";
    }

    private Had had(Shop shop) {
        return new Had(shop, communities.get(shop.community()), views.brought(shop));
    }

    private String one(SignedIn me, Shop shop, Shop.Words typed, Model model) {
        var view = views.of(shop, Viewer.of(me));
        var own = links.own(me, Shop.KIND, shop.code());
        model.addAttribute("view", view);
        model.addAttribute("typed", typed);
        model.addAttribute("wishes", wishes.of(shop, me.member(), (UUID) model.getAttribute("after")));
        model.addAttribute("offered", views.offered(view));
        model.addAttribute("brought", views.brought(shop));
        model.addAttribute("earns", referrers.isReferrer(me.member(), shop.community(), clock.instant()));
        model.addAttribute("own", own);
        model.addAttribute("share", shop.isShown() ? sharing.sheet(view, own) : null);
        model.addAttribute("active", "me");
        return "shop/one";
    }
}
