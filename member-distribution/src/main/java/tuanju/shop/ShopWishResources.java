package tuanju.shop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.community.Code;
import tuanju.member.SignedIn;

/** What neighbours wish for in the shop of a curator, over the API. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/shops/{code}/wishes")
class ShopWishResources {

    private final Shops shops;
    private final ShopWishes wishes;
    private final Commands commands;

    /** A wish, whose as strangers read the name, and the answer; null before. */
    record Wished(
            UUID id,
            String by,
            String words,
            Instant asked,
            @Nullable String answer) {}

    /** Twenty, what waits first, then the newest; next is to be sent as "after". */
    record WishList(List<Wished> items, @Nullable UUID next) {

        static WishList of(ShopWishes.Page page) {
            return new WishList(
                    page.items().stream()
                            .map(it -> new Wished(it.id(), it.by(), it.words(), it.asked(), it.answer()))
                            .toList(),
                    page.next());
        }
    }

    /** What somebody wishes for. */
    record NewWish(@Nullable String words) {}

    /** The one that was made. */
    record MadeWish(UUID id) {}

    /** What its owner says to a wish. */
    record WishAnswer(@Nullable String answer) {}

    /** Of others what was answered; the owner of the shop reads all. */
    @GetMapping
    WishList all(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable UUID after) {
        var shop = shops.any(code);
        var seen = shop.owner().equals(me.member()) ? shop : shops.shown(code);
        return WishList.of(wishes.of(seen, me.member(), after));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MadeWish> ask(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestBody NewWish wanted,
            CommandKey key) {
        return commands.once(
                        key.with(wanted),
                        MadeWish.class,
                        () -> new MadeWish(wishes.ask(me.member(), code, wanted.words())))
                .with(HttpStatus.CREATED);
    }

    /** Who asked takes theirs back; the shop's owner drops one. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable UUID id) {
        wishes.remove(me.member(), code, id);
    }

    @PutMapping("/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            @RequestBody WishAnswer wanted) {
        wishes.answer(me.member(), code, id, wanted.answer());
    }
}
