package tuanju.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.payment.providers.PaymentTry;
import tuanju.payment.providers.ProviderUnavailable;
import tuanju.payment.providers.WayToPay;

/** The tries to pay, in the database. */
@Component
@Transactional
@RequiredArgsConstructor
class PaymentTries {

    /** When a try is asked about again: soon, at its end, and a while after, in case money comes late. */
    private static final String NEXT_QUERY = """
            (select min(t) from unnest(array[
                opened_at + interval '1 minute', opened_at + interval '3 minutes', opened_at + interval '10 minutes',
                opened_at + interval '30 minutes', pay_before, pay_before + interval '1 hour',
                pay_before + interval '6 hours', pay_before + interval '24 hours']) t where t > now())
            """;

    private final JdbcClient jdbc;

    /** The open try of this order at this provider; a new one with this code when there is none. */
    PaymentTry open(PaymentRequest request, Code code) {
        jdbc.sql("""
                        insert into payment (community_id, id, code, order_id, payer_id, provider, title, amount_fen,
                            return_path, pay_before, next_query_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now() + interval '1 minute')
                        on conflict (community_id, order_id, provider) where status = 'CREATED' do nothing
                        """)
                .params(request.community().value(), Ids.next(), code.value(), request.order())
                .params(request.payer().value(), request.provider(), request.title())
                .params(request.amount().fen(), request.returnPath(), Timestamp.from(request.payBefore()))
                .update();
        return jdbc.sql("""
                        select * from payment
                        where community_id = ? and order_id = ? and provider = ? and status = 'CREATED'
                        """)
                .params(request.community().value(), request.order(), request.provider())
                .query(PaymentTries::payment)
                .optional()
                // it was settled between the two statements; asking again tells how
                .orElseThrow(ProviderUnavailable::new);
    }

    void paidBy(PaymentTry payment, WayToPay way) {
        jdbc.sql("update payment set pay_url = ?, pay_qr = ?, pay_in_chat = ? where community_id = ? and id = ?")
                .param(way.address())
                .param(way.qrContent())
                .params(way.inChatLines(), payment.community().value(), payment.id())
                .update();
    }

    @Transactional(readOnly = true)
    Optional<PaymentTry> find(CommunityId community, String code) {
        return jdbc.sql("select * from payment where community_id = ? and code = ?")
                .params(community.value(), code)
                .query(PaymentTries::payment)
                .optional();
    }

    @Transactional(readOnly = true)
    List<PaymentTry> ofOrder(CommunityId community, UUID order) {
        return jdbc.sql("select * from payment where community_id = ? and order_id = ? order by id")
                .params(community.value(), order)
                .query(PaymentTries::payment)
                .list();
    }

    /** Tries at this provider that wait for money, oldest first. */
    @Transactional(readOnly = true)
    List<OfflineDue> waiting(CommunityId community, String provider) {
        return jdbc.sql("""
                        select code, order_id, payer_id, title, amount_fen, opened_at as since from payment
                        where community_id = ? and provider = ? and status = 'CREATED' order by opened_at
                        """)
                .params(community.value(), provider)
                .query(PaymentTries::due)
                .list();
    }

    /** Takes tries whose time to ask has come; nobody else gets them until their next time. */
    List<PaymentTry> claimDue(List<String> providers, int limit) {
        return jdbc.sql("""
                        update payment set query_count = query_count + 1, next_query_at = %s
                        where (community_id, id) in (
                            select community_id, id from payment
                            where next_query_at <= now() and provider in (:providers)
                            order by next_query_at limit :limit for update skip locked
                        )
                        returning *
                        """.formatted(NEXT_QUERY))
                .param("providers", providers)
                .param("limit", limit)
                .query(PaymentTries::payment)
                .list();
    }

    /** It is asked about at this moment, too. */
    void askAt(PaymentTry payment, Duration after) {
        jdbc.sql("""
                        update payment set next_query_at = now() + make_interval(secs => ?)
                        where community_id = ? and id = ?
                        """)
                .params((double) after.toSeconds(), payment.community().value(), payment.id())
                .update();
    }

    /** The try is over without money; what is captured stays captured. */
    void end(PaymentTry payment, PaymentTry.Status status) {
        jdbc.sql("update payment set status = ? where community_id = ? and id = ? and status = 'CREATED'")
                .params(status.name(), payment.community().value(), payment.id())
                .update();
    }

    /** Money that has its place arrived for this try. */
    void captured(PaymentTry payment, Money amount) {
        jdbc.sql("""
                        update payment set status = 'CAPTURED', captured_fen = captured_fen + ?, next_query_at = null
                        where community_id = ? and id = ?
                        """)
                .params(amount.fen(), payment.community().value(), payment.id())
                .update();
    }

    static OfflineDue due(ResultSet row, int number) throws SQLException {
        return new OfflineDue(
                row.getString("code"),
                row.getObject("order_id", UUID.class),
                new MemberId(row.getObject("payer_id", UUID.class)),
                row.getString("title"),
                Money.ofFen(row.getLong("amount_fen")),
                row.getTimestamp("since").toInstant());
    }

    private static @Nullable WayToPay way(ResultSet row) throws SQLException {
        var address = row.getString("pay_url");
        var qrContent = row.getString("pay_qr");
        var inChat = row.getString("pay_in_chat");
        return address == null && qrContent == null && (inChat == null || inChat.isEmpty())
                ? null
                : WayToPay.stored(address, qrContent, inChat);
    }

    private static PaymentTry payment(ResultSet row, int number) throws SQLException {
        return new PaymentTry(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getObject("order_id", UUID.class),
                new MemberId(row.getObject("payer_id", UUID.class)),
                row.getString("provider"),
                row.getString("title"),
                Money.ofFen(row.getLong("amount_fen")),
                PaymentTry.Status.valueOf(row.getString("status")),
                way(row),
                row.getString("return_path"),
                row.getTimestamp("pay_before").toInstant());
    }
}
