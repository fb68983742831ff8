package tuanju.wallet;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** Wallets and what their owners said, in the database. */
@Component
@RequiredArgsConstructor
class WalletRows {

    private final JdbcClient jdbc;

    /** This member's wallet there, made when there is none; whoever has it moves credit alone until their transaction ends. */
    UUID open(CommunityId community, MemberId member) {
        jdbc.sql("""
                insert into wallet (community_id, id, member_id) values (:community, :id, :member)
                on conflict on constraint wallet_of_member do nothing
                """)
                .param("community", community.value())
                .param("id", Ids.next())
                .param("member", member.value())
                .update();
        return lock(community, member).orElseThrow();
    }

    /** The same, only where there is one. */
    Optional<UUID> lock(CommunityId community, MemberId member) {
        return jdbc.sql("""
                select id from wallet where community_id = :community and member_id = :member for no key update
                """)
                .param("community", community.value())
                .param("member", member.value())
                .query(UUID.class)
                .optional();
    }

    /** The same by its id. */
    void lock(CommunityId community, UUID wallet) {
        jdbc.sql("select id from wallet where community_id = :community and id = :wallet for no key update")
                .param("community", community.value())
                .param("wallet", wallet)
                .query(UUID.class)
                .single();
    }

    /** What is left of this member's credit there and not set aside. */
    Money free(CommunityId community, MemberId member) {
        return jdbc.sql("""
                select coalesce(sum(l.left_fen - l.held_fen), 0)::bigint
                from wallet w join wallet_lot l on l.community_id = w.community_id and l.wallet_id = w.id
                where w.community_id = :community and w.member_id = :member
                """)
                .param("community", community.value())
                .param("member", member.value())
                .query((row, number) -> Money.ofFen(row.getLong(1)))
                .single();
    }

    /** What was said of the order counts, then what was said for all; who said nothing keeps nothing. */
    boolean keeps(CommunityId community, UUID order, MemberId member) {
        return jdbc.sql("""
                select coalesce(
                    (select keeps from wallet_wish where community_id = :community and order_id = :order),
                    (select keeps_differences from wallet where community_id = :community and member_id = :member),
                    false)
                """)
                .param("community", community.value())
                .param("order", order)
                .param("member", member.value())
                .query(Boolean.class)
                .single();
    }

    void prefer(CommunityId community, UUID wallet, boolean keeps) {
        jdbc.sql("update wallet set keeps_differences = :keeps where community_id = :community and id = :wallet")
                .param("keeps", keeps)
                .param("community", community.value())
                .param("wallet", wallet)
                .update();
    }

    void wish(CommunityId community, UUID order, MemberId member, boolean keeps) {
        jdbc.sql("""
                insert into wallet_wish (community_id, order_id, member_id, keeps)
                values (:community, :order, :member, :keeps)
                on conflict (community_id, order_id) do update set keeps = excluded.keeps, wished_at = now()
                """)
                .param("community", community.value())
                .param("order", order)
                .param("member", member.value())
                .param("keeps", keeps)
                .update();
    }
}
