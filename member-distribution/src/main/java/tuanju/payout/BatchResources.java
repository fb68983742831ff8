package tuanju.payout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** For operators over the API: batches of withdrawals, gathered, approved by two different people, and paid by the bank. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/payout-batches")
class BatchResources {

    static final int MOST = 200;

    private final Batching batching;
    private final Sending sending;
    private final WithdrawalRows rows;
    private final Communities communities;
    private final Members members;
    private final Commands commands;

    record Wish(@Nullable String community) {}

    /** @param approvals 0, 1 or 2; at 2 it may be paid */
    record One(
            String id, String community, int withdrawals, int waiting, long amountFen, int approvals, Instant madeAt) {}

    /** One withdrawal of it. */
    record Line(String id, UUID member, long amountFen, long taxFen, long netFen, String state) {}

    record Detail(One batch, List<Line> withdrawals) {}

    /** The latest first. */
    record All(List<One> items) {}

    record Tax(@Nullable Long taxFen) {}

    record Outcome(@Nullable Boolean paid) {}

    @GetMapping
    All all(@AuthenticationPrincipal SignedIn me) {
        members.needOperator(me);
        return new All(rows.batches(MOST).stream().map(this::one).toList());
    }

    @GetMapping("/{id}")
    Detail detail(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        members.needOperator(me);
        var batch = batching.find(id);
        return new Detail(
                one(batch),
                batching.withdrawals(batch).stream().map(BatchResources::line).toList());
    }

    /** Everything that waits in a community; 409 where nothing does. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<One> gather(@AuthenticationPrincipal SignedIn me, @RequestBody Wish wish, CommandKey key) {
        members.needOperator(me);
        if (wish.community() == null) {
            throw new Invalid("community", "field-missing");
        }
        var home = communities.find(wish.community()).orElseThrow(NotFound::new).id();
        return commands.once(key.with(wish), One.class, () -> one(batching.gather(me.member(), home)))
                .with(HttpStatus.CREATED);
    }

    /** 409 for the same person a second time. */
    @PostMapping("/{id}/approvals")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<One> approve(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, CommandKey key) {
        members.needOperator(me);
        return commands.once(key, One.class, () -> one(batching.approve(me.member(), id)))
                .with(HttpStatus.CREATED);
    }

    /** All of an approved batch that waits goes to the provider that pays people out; 409 where none does. */
    @PostMapping("/{id}/transfers")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<One> send(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, CommandKey key) {
        members.needOperator(me);
        return commands.once(key, One.class, () -> one(sending.send(me.member(), id)))
                .with(HttpStatus.CREATED);
    }

    /** What of it is withheld; before anybody approved it. */
    @PutMapping("/{id}/withdrawals/{withdrawal}/tax")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withhold(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID withdrawal,
            @RequestBody Tax said) {
        members.needOperator(me);
        batching.withhold(me.member(), id, withdrawal, said.taxFen());
    }

    /** Whether the bank paid it; what it did not is free again. */
    @PutMapping("/{id}/withdrawals/{withdrawal}/outcome")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID withdrawal,
            @RequestBody Outcome said) {
        members.needOperator(me);
        if (said.paid() == null) {
            throw new Invalid("paid", "field-missing");
        }
        batching.settle(me.member(), id, withdrawal, said.paid());
    }

    private One one(Batch batch) {
        return new One(
                batch.id().toString(),
                communities.get(batch.community()).shortCode(),
                batch.withdrawals(),
                batch.waiting(),
                batch.amount().fen(),
                batch.approvals(),
                batch.made());
    }

    private static Line line(Withdrawal it) {
        return new Line(
                it.id().toString(),
                it.member().value(),
                it.amount().fen(),
                it.tax().fen(),
                it.net().fen(),
                it.progress());
    }
}
