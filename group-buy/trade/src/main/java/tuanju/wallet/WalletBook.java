package tuanju.wallet;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.money.SignedMoney;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderHomes;
import tuanju.order.book.OrderSheet;
import tuanju.payment.CreditRefunds;
import tuanju.payment.CreditRefunds.Standing;

/** Reads wallets, for their owners. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class WalletBook {

    private static final int PAGE = 20;
    private static final int PAYOUTS = 5;

    private final JdbcClient jdbc;
    private final HoldRows holds;
    private final OrderBook orders;
    private final OrderHomes homes;
    private final Communities communities;
    private final CreditRefunds refunds;

    /** One of the communities a member has orders or credit in. */
    record Home(CommunityCard community, Money balance) {}

    /** A page of this member's wallet there; after is the last item of the page before. */
    Wallet of(CommunityCard community, MemberId member, @Nullable UUID after) {
        var row = row(community.id(), member);
        var moves = moves(community.id(), row.id(), after);
        var shown = moves.subList(0, Math.min(PAGE, moves.size()));
        var held = holds.heldIn(community.id(), row.id());
        var about = Stream.concat(shown.stream().map(Move::order), held.stream().map(HoldRows.Held::order));
        var codes = codes(community.id(), about.toList());
        return new Wallet(
                community,
                row.balance(),
                row.locked(),
                held.stream()
                        .map(it -> new Wallet.Held(Objects.requireNonNull(codes.get(it.order())), it.amount()))
                        .toList(),
                row.keeps(),
                shown.stream().map(it -> it.item(codes)).toList(),
                payouts(community.id(), row.id()),
                moves.size() > PAGE ? shown.getLast().id() : null);
    }

    /** Where this member has orders or credit, by name. */
    List<Home> homes(MemberId member) {
        var balances = balances(member);
        Set<CommunityId> all = new HashSet<>(homes.of(member));
        all.addAll(balances.keySet());
        return all.stream()
                .map(it -> new Home(communities.get(it), balances.getOrDefault(it, Money.ZERO)))
                .sorted(Comparator.comparing(it -> it.community().name()))
                .toList();
    }

    private Map<CommunityId, Money> balances(MemberId member) {
        return jdbc
                .sql("""
                    select w.community_id, coalesce(sum(l.left_fen), 0)::bigint as fen from wallet w
                        left join wallet_lot l on l.community_id = w.community_id and l.wallet_id = w.id
                    where w.member_id = :member group by w.community_id
                    """)
                .param("member", member.value())
                .query((row, number) -> Map.entry(
                        new CommunityId(row.getObject("community_id", UUID.class)), Money.ofFen(row.getLong("fen"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What this member asked back there, by id; refuses with NotFound what they did not. */
    Wallet.Payout payout(CommunityId community, MemberId member, UUID payout) {
        return payouts(community, row(community, member).id()).stream()
                .filter(it -> it.id().equals(payout))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private record Row(UUID id, Money balance, Money locked, boolean keeps) {

        /** Who has none there has nothing in it, and did not say that anything stays. */
        static final Row NONE = new Row(new UUID(0, 0), Money.ZERO, Money.ZERO, false);
    }

    private Row row(CommunityId community, MemberId member) {
        return jdbc.sql("""
                    select w.id, w.keeps_differences, coalesce(sum(l.left_fen), 0)::bigint as left_fen,
                        coalesce(sum(l.held_fen), 0)::bigint as held_fen
                    from wallet w left join wallet_lot l on l.community_id = w.community_id and l.wallet_id = w.id
                    where w.community_id = :community and w.member_id = :member
                    group by w.id, w.keeps_differences
                    """)
                .param("community", community.value())
                .param("member", member.value())
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        Money.ofFen(row.getLong("left_fen")),
                        Money.ofFen(row.getLong("held_fen")),
                        row.getBoolean("keeps_differences")))
                .optional()
                .orElse(Row.NONE);
    }

    private record Move(UUID id, Instant at, LotRows.Move why, UUID order, SignedMoney amount) {

        Wallet.Item item(Map<UUID, Code> codes) {
            return new Wallet.Item(id, at, why, Objects.requireNonNull(codes.get(order)), amount);
        }
    }

    private List<Move> moves(CommunityId community, UUID wallet, @Nullable UUID after) {
        return jdbc.sql("""
                    select id, at, kind, order_id, fen from wallet_entry
                    where community_id = :community and wallet_id = :wallet
                        and (cast(:after as uuid) is null or id < cast(:after as uuid))
                    order by id desc limit :limit
                    """)
                .param("community", community.value())
                .param("wallet", wallet)
                .param("after", after)
                .param("limit", PAGE + 1)
                .query((row, number) -> new Move(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        LotRows.Move.valueOf(row.getString("kind")),
                        row.getObject("order_id", UUID.class),
                        new SignedMoney(row.getLong("fen"))))
                .list();
    }

    private List<Wallet.Payout> payouts(CommunityId community, UUID wallet) {
        record Asked(UUID id, Instant at, Money amount) {}
        var asked = jdbc.sql("""
                    select id, asked_at, amount_fen from wallet_payout
                    where community_id = :community and wallet_id = :wallet order by id desc limit :limit
                    """)
                .param("community", community.value())
                .param("wallet", wallet)
                .param("limit", PAYOUTS)
                .query((row, number) -> new Asked(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("asked_at").toInstant(),
                        Money.ofFen(row.getLong("amount_fen"))))
                .list();
        var standings =
                refunds.standings(community, asked.stream().map(Asked::id).toList());
        return asked.stream()
                .map(it -> new Wallet.Payout(
                        it.id(), it.at(), it.amount(), standings.getOrDefault(it.id(), Standing.DONE)))
                .toList();
    }

    private Map<UUID, Code> codes(CommunityId community, Collection<UUID> wanted) {
        var ids = wanted.stream().distinct().map(OrderId::new).toList();
        return orders.sheetsOf(community, ids).stream()
                .collect(Collectors.toMap(it -> it.id().value(), OrderSheet::code));
    }
}
