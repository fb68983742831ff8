package tuanju.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.ledger.Source;
import tuanju.ledger.Transfer;
import tuanju.money.Money;
import tuanju.payment.cases.ExceptionCase;
import tuanju.payment.cases.ExceptionCases;
import tuanju.payment.providers.Standing;

/**
 * Sends credit back to the payments it came from, through the outbox of all refunds; never anywhere else. What its provider
 * is too old to take back waits before a person, and is back once they have settled the case.
 */
@Component
public class CreditRefunds {

    static final String REASON = "credit-paid-back";

    /** In place of a provider that takes it back no more. */
    private static final String PERSON = "person";

    private final JdbcClient jdbc;
    private final Communities communities;
    private final ExceptionCases cases;
    private final RefundOutbox outbox;
    private final Ledger ledger;
    private final Clock clock;
    private final Duration takenBackFor;

    CreditRefunds(
            JdbcClient jdbc,
            Communities communities,
            ExceptionCases cases,
            RefundOutbox outbox,
            Ledger ledger,
            Clock clock,
            @Value("${tuanju.payment.refundable-for:365d}") Duration takenBackFor) {
        this.jdbc = jdbc;
        this.communities = communities;
        this.cases = cases;
        this.outbox = outbox;
        this.ledger = ledger;
        this.clock = clock;
        this.takenBackFor = takenBackFor;
    }

    /** Credit that came from one payment; captured is when its provider took it. */
    public record Origin(UUID payment, UUID order, String provider, Instant captured) {}

    /** How credit that is paid back stands. */
    public enum Standing {
        /** On its way to its provider. */
        REQUESTED,
        /** Too old for its provider: somebody finds another way. */
        WITH_A_PERSON,
        DONE
    }

    /** Sends these back out of a member's account. Touches the community's busy accounts: call it last. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(CommunityId community, UUID payout, Account from, Map<Origin, Money> parts) {
        var flight = new Account(Account.Kind.REFUND_IN_FLIGHT, community.value());
        var transfers = new ArrayList<Transfer>();
        parts.forEach((origin, amount) -> transfers.add(new Transfer(
                new Source("refund", add(community, payout, origin, amount), "requested"), from, flight, amount)));
        outbox.wakeAfterCommit();
        ledger.post(transfers.toArray(Transfer[]::new));
    }

    /** Of each of these payouts how the slowest part of it stands. */
    @Transactional(readOnly = true)
    public Map<UUID, Standing> standings(CommunityId community, Collection<UUID> payouts) {
        return jdbc
                .sql("""
                    select request_key, case when bool_and(status = 'DONE') then 'DONE'
                        when bool_or(provider = :person and status <> 'DONE') then 'WITH_A_PERSON' else 'REQUESTED' end as standing
                    from refund where community_id = :community and reason = :reason and request_key = any(:payouts)
                    group by request_key
                    """)
                .param("person", PERSON)
                .param("community", community.value())
                .param("reason", REASON)
                .param("payouts", payouts.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> Map.entry(
                        UUID.fromString(row.getString("request_key")), Standing.valueOf(row.getString("standing"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private UUID add(CommunityId community, UUID payout, Origin origin, Money amount) {
        var id = Ids.next();
        var code = communities.nextCode(community).value();
        boolean tooOld = origin.captured().plus(takenBackFor).isBefore(clock.instant());
        jdbc.sql("""
                        insert into refund (community_id, id, code, payment_id, order_id, provider, amount_fen, reason,
                            request_key)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(community.value(), id, code, origin.payment(), origin.order())
                .params(List.of(tooOld ? PERSON : origin.provider(), amount.fen(), REASON, payout.toString()))
                .update();
        if (tooOld) {
            cases.open(community, tooOld(code, origin, amount));
        }
        return id;
    }

    private static ExceptionCases.Matter tooOld(String code, Origin origin, Money amount) {
        return new ExceptionCases.Matter(
                ExceptionCase.Kind.REFUND_TOO_OLD,
                origin.provider(),
                code,
                null,
                origin.order(),
                amount,
                "credit asked back, captured " + origin.captured());
    }
}
