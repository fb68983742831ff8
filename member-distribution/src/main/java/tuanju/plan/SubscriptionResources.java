package tuanju.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import tuanju.command.Answer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.SignedIn;
import tuanju.money.Money;

/** A member's plans over the API: what there is, what they take, what it saved, and what goes back when they end it. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1")
class SubscriptionResources {

    private static final int MOST = 50;

    private final PlanRows plans;
    private final Plans making;
    private final SubscriptionRows rows;
    private final Subscribing subscribing;
    private final PlanEnding ending;
    private final PlanBeginning beginning;
    private final Savings savings;
    private final Communities communities;
    private final Commands commands;
    private final Clock clock;

    /** The cheapest first. */
    record PlansThere(List<PlanResource> items) {}

    /**
     * A plan that was taken and waits for its money.
     *
     * @param order what it is called where it is paid
     * @param endsAt when it would end where it is paid now
     */
    record Subscribed(String code, String order, Instant endsAt) {}

    /** What one saved with it so far, in fen; each point is worth one. */
    record Saving(long priceFen, long couponsFen, int points, long paidFen, boolean paidOff) {}

    /**
     * One that a member took.
     *
     * @param refundFen what went back, or would where it is ended now
     */
    record Taken(
            String code,
            String order,
            String plan,
            String title,
            Subscription.Status status,
            long priceFen,
            Instant startsAt,
            Instant endsAt,
            boolean renewable,
            long refundFen,
            @Nullable Saving saved) {}

    record TakenList(List<Taken> items) {}

    record Wish(@Nullable String provider) {}

    /** How it can be paid, as an order. */
    record Opened(
            @Nullable String payUrl,
            @Nullable String qrContent,
            @Nullable Map<String, String> inChat) {}

    record Ended(long refundFen) {}

    @GetMapping("/communities/{code}/plans")
    PlansThere there(@PathVariable String code) {
        var home = communities.find(code).orElseThrow(NotFound::new);
        return new PlansThere(making.offered(plans.open(List.of(home.id()))).stream()
                .map(PlanResource::of)
                .toList());
    }

    @PostMapping("/plans/{code}/subscriptions")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Subscribed> subscribe(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, CommandKey key) {
        return commands.once(key, Subscribed.class, () -> {
                    var taken = subscribing.subscribe(me.member(), code);
                    return new Subscribed(
                            taken.code().value(),
                            taken.order().value(),
                            taken.term().ends());
                })
                .with(HttpStatus.CREATED);
    }

    /** Newest first, the latest fifty; what each saved stands where one is asked for alone. */
    @GetMapping("/subscriptions")
    TakenList mine(@AuthenticationPrincipal SignedIn me) {
        var now = clock.instant();
        return new TakenList(rows.of(me.member(), MOST).stream()
                .map(it -> taken(it, now, null))
                .toList());
    }

    @GetMapping("/subscriptions/{code}")
    Taken one(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        var taken = subscribing.own(me.member(), code);
        var saved = savings.of(taken);
        return taken(
                taken,
                clock.instant(),
                new Saving(
                        saved.price().fen(),
                        saved.coupons().fen(),
                        saved.points(),
                        saved.paid().fen(),
                        saved.hasPaidOff()));
    }

    /** Only the wish is kept with its key: opening asks the provider, which no transaction waits for, and is safe to repeat. */
    @PostMapping("/subscriptions/{code}/payments")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Opened> pay(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Wish wish, CommandKey key) {
        if (wish.provider() == null) {
            throw new Invalid("provider", "field-missing");
        }
        var wanted = commands.once(key.with(wish), Wish.class, () -> wish);
        var way = subscribing.pay(me.member(), code, wish.provider());
        var opened = new Opened(way.address(), way.qrContent(), way.inChat().isEmpty() ? null : way.inChat());
        return new Answer<>(opened, wanted.replayed()).with(HttpStatus.CREATED);
    }

    /**
     * Ends it now; twice is once, so that it needs no key.
     *
     * @param refundFen what is expected to go back; where it would be less by now nothing is ended
     */
    @DeleteMapping("/subscriptions/{code}")
    Ended end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "0") long refundFen) {
        return new Ended(ending.cancel(me.member(), code, Money.ofFen(Math.max(refundFen, 0)))
                .fen());
    }

    /** The next one begins now, where none runs before it any more; twice is once. */
    @PutMapping("/subscriptions/{code}/beginning")
    Taken begin(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return taken(beginning.begin(me.member(), code), clock.instant(), null);
    }

    private static Taken taken(Subscription it, Instant now, @Nullable Saving saved) {
        return new Taken(
                it.code().value(),
                it.order().value(),
                it.plan().value(),
                it.terms().title(),
                it.status(),
                it.terms().price().fen(),
                it.term().starts(),
                it.term().until(),
                it.isRenewable(now),
                it.isAlive() ? it.refundAt(now).fen() : it.refund().fen(),
                saved);
    }
}
