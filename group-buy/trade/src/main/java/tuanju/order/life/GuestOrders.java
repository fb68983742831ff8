package tuanju.order.life;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.member.MemberSignedUp;
import tuanju.member.Members;
import tuanju.member.Phone;
import tuanju.member.PhoneProven;
import tuanju.membership.Memberships;
import tuanju.membership.Source;
import tuanju.order.ImportChanged;
import tuanju.order.OrderChange;
import tuanju.order.OrderClosed;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderNews;
import tuanju.order.OrderStatus;

/** Imported orders of people without an account: changed and cancelled where they came from, claimed by a phone number. */
@Component
@RequiredArgsConstructor
public class GuestOrders {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OrderRows rows;
    private final OrderNews news;
    private final Members members;
    private final Memberships memberships;
    private final JdbcClient jdbc;

    /** The order holds these lines from now on. Refuses with NotFound one that is no import or not waiting to be collected. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rewrite(CommunityId community, OrderId order, List<NewLine> lines) {
        var fen = lines.stream().mapToLong(line -> line.amount().fen()).sum();
        int found = jdbc.sql("""
            update orders set amount_fen = :fen
            where community_id = :community and id = :order and kind = 'IMPORT' and status = 'CONFIRMED'
            """)
                .param("fen", fen)
                .param("community", community.value())
                .param("order", order.value())
                .update();
        if (found == 0) {
            throw new NotFound();
        }
        replaceLines(community, order, lines);
        news.announce(community, List.of(order), ImportChanged::new);
    }

    /** Takes an import back: no goods will come and no money of ours goes anywhere. Refuses with NotFound what is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(CommunityId community, OrderId order, OrderChange change) {
        var locked = rows.lock(community, order).orElseThrow(NotFound::new);
        boolean imported = locked.order().kind() == OrderKind.IMPORT;
        if (!imported || !rows.move(community, order, OrderStatus.CONFIRMED, OrderStatus.CLOSED, change)) {
            throw new NotFound();
        }
        news.announce(community, List.of(order), OrderClosed::new);
    }

    /**
     * The guest of this order can be reached at this number; whoever has it, or will prove to have it, has the order. The
     * number of an order that a member has already stays. Refuses with NotFound one that is no import.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reachableAt(CommunityId community, OrderId order, Phone phone) {
        var buyer = jdbc.sql("""
            update orders set phone = case when buyer_id is null then :phone else phone end,
                masked_phone = case when buyer_id is null then :masked else masked_phone end,
                buyer_id = coalesce(buyer_id, :member)
            where community_id = :community and id = :order and kind = 'IMPORT'
            returning buyer_id
            """)
                .param("phone", phone.digits())
                .param("masked", phone.masked())
                .param("member", members.withPhone(phone).map(MemberId::value).orElse(null), Types.OTHER)
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("buyer_id", UUID.class)))
                .optional()
                .orElseThrow(NotFound::new);
        buyer.ifPresent(it -> memberships.arrive(new MemberId(it), community, Source.CLAIM));
    }

    /** Whoever proves to have the phone of a guest's order has that order. */
    @ApplicationModuleListener
    void on(PhoneProven event) {
        claim(event.member());
    }

    /** What release 0.1.0 left behind says nothing about whose phone it is: only what is proven since counts. */
    @ApplicationModuleListener(id = "tuanju.order.GuestOrders.on(tuanju.member.MemberSignedUp)")
    void on(MemberSignedUp event) {
        claim(event.member());
    }

    /** Older ones may be of somebody who had the number before: carriers give numbers out again. */
    private void claim(MemberId member) {
        members.provenPhone(member)
                .ifPresent(phone -> claimed(member, phone)
                        .forEach(community -> memberships.arrive(member, community, Source.CLAIM)));
    }

    /** Where there were some. */
    private Set<CommunityId> claimed(MemberId member, Phone phone) {
        return jdbc.sql("""
            update orders set buyer_id = :member
            where kind = 'IMPORT' and buyer_id is null and phone = :phone
                and right(masked_phone, 4) = right(:phone, 4)
                and placed_at > now() - interval '365 days'
            returning community_id
            """)
                .param("member", member.value())
                .param("phone", phone.digits())
                .query((row, number) -> new CommunityId(row.getObject("community_id", UUID.class)))
                .set();
    }

    private void replaceLines(CommunityId community, OrderId order, List<NewLine> lines) {
        jdbc.sql("delete from order_line where community_id = :community and order_id = :order")
                .param("community", community.value())
                .param("order", order.value())
                .update();
        jdbc.sql("""
            insert into order_line (community_id, order_id, position, product_id, sku_id, item_id, product_name, spec,
                picture, unit_price_fen, quantity, amount_fen)
            select :community, order_id, position, product_id, sku_id, item_id, product_name, spec, picture,
                unit_price_fen, quantity, amount_fen
            from jsonb_to_recordset(:lines::jsonb) as l (order_id uuid, position smallint, product_id uuid, sku_id uuid,
                item_id uuid, product_name text, spec text, picture text, unit_price_fen bigint, quantity int, amount_fen bigint)
            """)
                .param("community", community.value())
                .param("lines", JSON.writeValueAsString(LineRow.of(order.value(), lines)))
                .update();
    }
}
