package tuanju.payment.transfers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.ledger.Account;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.payment.providers.TransferTry;

/** Transfers on their way, in the database. */
@Component
@Transactional
@RequiredArgsConstructor
class TransferQueue {

    private final JdbcClient jdbc;
    private final Communities communities;

    /** Queues it under a code of its own; empty when it was asked for before. */
    Optional<TransferTry> add(TransferRequest request, String provider) {
        var payeeAtProvider = request.payeeAtProvider();
        return jdbc.sql("""
                        insert into payment_transfer (community_id, id, code, purpose, request_key, payee_id, payee_at_provider,
                            from_kind, from_owner, provider, amount_fen, title)
                        values (:community, :id, :code, :purpose, :key, :payee, :account, :kind, :owner, :provider, :fen, :title)
                        on conflict on constraint payment_transfer_asked_once do nothing
                        returning *, status = 'SENT' as sent
                        """)
                .param("community", request.community().value())
                .param("id", Ids.next())
                .param("code", communities.nextCode(request.community()).value())
                .param("purpose", request.purpose())
                .param("key", request.key())
                .param("payee", request.payee().value())
                .param(
                        "account",
                        payeeAtProvider == null ? request.payee().value().toString() : payeeAtProvider)
                .param("kind", request.from().kind().name())
                .param("owner", request.from().owner())
                .param("provider", provider)
                .param("fen", request.amount().fen())
                .param("title", request.title())
                .query(TransferQueue::read)
                .optional();
    }

    /**
     * Takes those whose time has come, and writes down of each that its provider is told now; nobody else gets them for a
     * minute.
     *
     * @param onlySent leaves what was never sent where it is
     */
    List<TransferTry> claimDue(Collection<String> providers, boolean onlySent, int limit) {
        return jdbc.sql("""
                        with due as (
                            select community_id, id, status = 'SENT' as sent from payment_transfer
                            where next_try_at <= now() and provider in (:providers) and status in ('REQUESTED', 'SENT')
                                and (status = 'SENT' or not :onlySent)
                            order by next_try_at limit :limit for update skip locked
                        )
                        update payment_transfer t set status = 'SENT', attempts = t.attempts + 1,
                            next_try_at = now() + interval '1 minute'
                        from due where t.community_id = due.community_id and t.id = due.id
                        returning t.*, due.sent
                        """)
                .param("providers", providers)
                .param("onlySent", onlySent)
                .param("limit", limit)
                .query(TransferQueue::read)
                .list();
    }

    /** It is asked about again after so long. */
    void await(TransferTry transfer, long seconds) {
        jdbc.sql("""
                        update payment_transfer set next_try_at = now() + make_interval(secs => ?)
                        where community_id = ? and id = ? and ended_at is null
                        """)
                .params((double) seconds, transfer.community().value(), transfer.id())
                .update();
    }

    /** Answers when it ended and where it came from, when this call ended it. */
    Optional<Ended> end(TransferTry transfer, TransferCard.State state, String words) {
        return jdbc.sql("""
                        update payment_transfer set status = :state, ended_at = now(), next_try_at = null,
                            transaction = case when :state = 'DONE' then :words end,
                            reason = case when :state = 'FAILED' then :words else '' end
                        where community_id = :community and id = :id and ended_at is null
                        returning ended_at, from_kind, from_owner
                        """)
                .param("state", state.name())
                .param("words", words)
                .param("community", transfer.community().value())
                .param("id", transfer.id())
                .query((row, number) -> new Ended(
                        row.getTimestamp("ended_at").toInstant(),
                        new Account(
                                Account.Kind.valueOf(row.getString("from_kind")),
                                row.getObject("from_owner", UUID.class))))
                .optional();
    }

    /** When a transfer ended, and the account it came from. */
    record Ended(Instant at, Account from) {}

    @Transactional(readOnly = true)
    Optional<TransferTry> find(CommunityId community, String code) {
        return jdbc.sql("""
                        select *, status = 'SENT' as sent from payment_transfer where community_id = ? and code = ?
                        """)
                .params(community.value(), code)
                .query(TransferQueue::read)
                .optional();
    }

    @Transactional(readOnly = true)
    Account from(TransferTry transfer) {
        return jdbc.sql("select from_kind, from_owner from payment_transfer where community_id = ? and id = ?")
                .params(transfer.community().value(), transfer.id())
                .query((row, number) -> new Account(
                        Account.Kind.valueOf(row.getString("from_kind")), row.getObject("from_owner", UUID.class)))
                .single();
    }

    @Transactional(readOnly = true)
    Map<UUID, TransferCard> cards(CommunityId community, String purpose, Collection<UUID> keys) {
        return jdbc
                .sql("""
                        select * from payment_transfer
                        where community_id = :community and purpose = :purpose and request_key = any(:keys)
                        """)
                .param("community", community.value())
                .param("purpose", purpose)
                .param("keys", keys.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("request_key", UUID.class), card(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Transactional(readOnly = true)
    Money paid(CommunityId community) {
        return Money.ofFen(
                jdbc.sql("""
                        select coalesce(sum(amount_fen), 0) from payment_transfer where community_id = ? and status = 'DONE'
                        """).param(community.value()).query(Long.class).single());
    }

    private static TransferCard card(ResultSet row) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new TransferCard(
                row.getString("code"),
                row.getString("provider"),
                Money.ofFen(row.getLong("amount_fen")),
                switch (row.getString("status")) {
                    case "DONE" -> TransferCard.State.DONE;
                    case "FAILED" -> TransferCard.State.FAILED;
                    default -> TransferCard.State.PENDING;
                },
                row.getString("reason"),
                row.getTimestamp("requested_at").toInstant(),
                Optional.ofNullable(ended).map(Timestamp::toInstant).orElse(null));
    }

    private static TransferTry read(ResultSet row, int number) throws SQLException {
        return new TransferTry(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("purpose"),
                row.getObject("request_key", UUID.class),
                new MemberId(row.getObject("payee_id", UUID.class)),
                row.getString("payee_at_provider"),
                row.getString("provider"),
                Money.ofFen(row.getLong("amount_fen")),
                row.getString("title"),
                row.getBoolean("sent"),
                row.getInt("attempts"),
                row.getTimestamp("requested_at").toInstant());
    }
}
