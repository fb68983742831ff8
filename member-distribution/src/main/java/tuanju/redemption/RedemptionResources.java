package tuanju.redemption;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.SignedIn;

/** Goods for points over the API: what there is, having one, and for leaders putting some there and handing them over. */
@RestController
@RequiredArgsConstructor
class RedemptionResources {

    private final PointsGoodsKeeping keeping;
    private final Redeeming redeeming;
    private final Communities communities;
    private final Commands commands;

    /** Goods for points, and how many are left. */
    record OneGoods(String code, String title, String detail, int points, int left, UUID point, boolean ended) {

        static OneGoods of(PointsGoods it) {
            return new OneGoods(
                    it.code().value(), it.title(), it.detail(), it.points(), it.stock(), it.point(), it.ended());
        }
    }

    /** Twenty of a leader's, or all that can be had in a community; next is to be sent as "after". */
    record GoodsList(List<OneGoods> items, @Nullable UUID next) {}

    /** One that a member had; the code is said where it is fetched. */
    record OneRedemption(
            String code,
            String title,
            int points,
            String pickupCode,
            UUID point,
            Redemption.State state,
            Instant redeemed,
            @Nullable String reason) {

        static OneRedemption of(Redemption it) {
            return new OneRedemption(
                    it.code().value(),
                    it.title(),
                    it.points(),
                    it.pickupCode(),
                    it.point(),
                    it.state(),
                    it.redeemed(),
                    it.reason());
        }
    }

    /** Twenty of the caller's, the newest first; next is to be sent as "after". */
    record RedemptionList(
            List<OneRedemption> items, @Nullable UUID next) {}

    /** One that waits at a leader's point, without its code: whoever fetches it says that. */
    record WaitingOne(String code, String title, UUID point, Instant redeemed) {}

    /** Who waits longest first. */
    record WaitingList(List<WaitingOne> items) {}

    /** What was put there. */
    record PutGoods(String code) {}

    /** How many are left. */
    record Left(@Nullable Integer pieces) {}

    /** Why it is missing; its owner reads it. */
    record Missing(@Nullable String reason) {}

    @GetMapping("/api/v1/communities/{code}/points-goods")
    GoodsList offered(@PathVariable String code) {
        var here = communities.find(code).orElseThrow(NotFound::new);
        return new GoodsList(
                redeeming.offered(here.id()).stream().map(OneGoods::of).toList(), null);
    }

    @PostMapping("/api/v1/points-goods/{code}/redemptions")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OneRedemption> redeem(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, CommandKey key) {
        return commands.once(key, OneRedemption.class, () -> OneRedemption.of(redeeming.redeem(me.member(), code)))
                .with(HttpStatus.CREATED);
    }

    @GetMapping("/api/v1/redemptions")
    RedemptionList own(@AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable UUID after) {
        var page = redeeming.of(me.member(), after);
        return new RedemptionList(page.items().stream().map(OneRedemption::of).toList(), page.next());
    }

    /** What the caller put there as a leader. */
    @GetMapping("/api/v1/points-goods")
    GoodsList putByMe(@AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable UUID after) {
        var page = keeping.of(me.member(), after);
        return new GoodsList(page.items().stream().map(OneGoods::of).toList(), page.next());
    }

    @PostMapping("/api/v1/points-goods")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PutGoods> put(
            @AuthenticationPrincipal SignedIn me, @RequestBody PointsGoodsKeeping.Draft draft, CommandKey key) {
        return commands.once(
                        key.with(draft),
                        PutGoods.class,
                        () -> new PutGoods(keeping.put(me.member(), draft).value()))
                .with(HttpStatus.CREATED);
    }

    @PutMapping("/api/v1/points-goods/{code}/pieces")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void count(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Left left) {
        keeping.count(me.member(), code, left.pieces());
    }

    @DeleteMapping("/api/v1/points-goods/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        keeping.end(me.member(), code);
    }

    /** At the points of the caller. */
    @GetMapping("/api/v1/redemptions/waiting")
    WaitingList waiting(@AuthenticationPrincipal SignedIn me) {
        return new WaitingList(redeeming.waitingAt(me.member()).stream()
                .map(it -> new WaitingOne(it.code().value(), it.title(), it.point(), it.redeemed()))
                .toList());
    }

    @PutMapping("/api/v1/redemptions/{code}/handover")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOver(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        redeeming.handOver(me.member(), code);
    }

    @PutMapping("/api/v1/redemptions/{code}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Missing missing) {
        redeeming.giveBack(me.member(), code, missing.reason());
    }
}
