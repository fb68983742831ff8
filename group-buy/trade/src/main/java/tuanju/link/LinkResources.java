package tuanju.link;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.member.SignedIn;

/** A member's own links over the API. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/links")
class LinkResources {

    private static final int PAGE = 20;

    private final Links links;
    private final Commands commands;

    /** A page: an offer, a team or a cycle, by its code. */
    record Page(@Nullable String kind, @Nullable String code) {

        Target target() {
            if (kind == null || code == null) {
                throw new Invalid(kind == null ? "kind" : "code", "field-missing");
            }
            return new Target(kind, Code.read(code));
        }
    }

    /** A link that is wished for; the channel is where it will be handed on, in the sharer's own words. */
    record Wanted(@Nullable Page target, @Nullable String channel) {

        Target page() {
            if (target == null) {
                throw new Invalid("target", "field-missing");
            }
            return target.target();
        }
    }

    /** The link, and the whole address to hand on. */
    record Made(String code, String url) {}

    /** A link and what came of it: how often it was opened, orders placed, those paid, what they paid less what went back, what it earned. */
    record Own(
            String code,
            Page target,
            String channel,
            String url,
            Instant madeAt,
            @Nullable Instant withdrawnAt,
            long clicks,
            int orders,
            int paidOrders,
            long paidFen,
            long earnedFen) {}

    /** Newest first; next names the last one, to be sent as "after", and is null at the end. */
    record Owned(List<Own> items, @Nullable String next) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Made> make(@AuthenticationPrincipal SignedIn me, @RequestBody Wanted wanted, CommandKey key) {
        var target = wanted.page();
        var channel = wanted.channel() == null ? "" : wanted.channel();
        var answer = commands.once(key.with(wanted), Made.class, () -> {
            var code = links.make(me.member(), target, channel);
            return new Made(code.value(), links.url(target, code));
        });
        var response = ResponseEntity.created(
                URI.create("/api/v1/links/" + answer.value().code()));
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(answer.value());
    }

    @GetMapping
    Owned own(@AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable String after) {
        var found = links.of(me.member(), Code.after(after), PAGE);
        return new Owned(
                found.stream().map(this::own).toList(),
                found.size() < PAGE ? null : found.getLast().link().code().value());
    }

    /** Withdrawn, it counts for nobody any more; orders that came by it keep it. */
    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        links.withdraw(me.member(), code);
    }

    private Own own(LinkSums sums) {
        var link = sums.link();
        var target = link.target();
        return new Own(
                link.code().value(),
                new Page(target.kind(), target.code().value()),
                link.channel(),
                links.url(target, link.code()),
                link.made(),
                link.withdrawn(),
                sums.clicks(),
                sums.orders(),
                sums.paid(),
                sums.sum().fen(),
                sums.earned().fen());
    }
}
