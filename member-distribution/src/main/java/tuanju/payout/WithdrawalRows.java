package tuanju.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** Withdrawals and batches in the database. */
@Component
@RequiredArgsConstructor
class WithdrawalRows {

    private static final String WITHDRAWAL = """
        select w.community_id, w.id, w.member_id, w.account_id, w.amount_fen, w.tax_fen, w.state, w.hold_id, w.batch_id, w.asked_at,
            w.ended_at, b.approved_at is not null as approved
        from withdrawal w left join payout_batch b on b.community_id = w.community_id and b.id = w.batch_id
        """;

    private static final String BATCH = """
        select b.community_id, b.id, b.made_at, b.first_by, b.approved_at, count(w.id) as withdrawals,
            count(w.id) filter (where w.state in ('LOCKED', 'SENT')) as waiting, coalesce(sum(w.amount_fen), 0)::bigint as fen
        from (select * from payout_batch b %s order by b.made_at desc, b.id limit :most) b
        left join withdrawal w on w.community_id = b.community_id and w.batch_id = b.id
        group by b.community_id, b.id, b.made_at, b.first_by, b.approved_at order by b.made_at desc, b.id
        """;

    private final JdbcClient jdbc;

    void insert(Withdrawal asked) {
        jdbc.sql("""
            insert into withdrawal (community_id, id, member_id, account_id, amount_fen, hold_id)
            values (:community, :id, :member, :account, :fen, :hold)
            """)
                .param("community", asked.community().value())
                .param("id", asked.id())
                .param("member", asked.member().value())
                .param("account", asked.account())
                .param("fen", asked.amount().fen())
                .param("hold", asked.hold())
                .update();
    }

    /** The latest first. */
    List<Withdrawal> of(MemberId member, int most) {
        return jdbc.sql(WITHDRAWAL + "where w.member_id = :member order by w.asked_at desc, w.id desc limit :most")
                .param("member", member.value())
                .param("most", most)
                .query(WithdrawalRows::withdrawal)
                .list();
    }

    /** Whether something that they asked for is neither paid nor returned. */
    boolean isAskedFor(MemberId member) {
        return jdbc.sql(
                        "select exists (select from withdrawal where member_id = :member and state in ('LOCKED', 'SENT'))")
                .param("member", member.value())
                .query(Boolean.class)
                .single();
    }

    List<Withdrawal> ofBatch(CommunityId community, UUID batch) {
        return jdbc.sql(WITHDRAWAL
                        + "where w.community_id = :community and w.batch_id = :batch order by w.asked_at, w.id")
                .param("community", community.value())
                .param("batch", batch)
                .query(WithdrawalRows::withdrawal)
                .list();
    }

    /** Held until the transaction ends. */
    Optional<Withdrawal> lock(CommunityId community, UUID id) {
        return jdbc.sql(WITHDRAWAL + "where w.community_id = :community and w.id = :id for no key update of w")
                .param("community", community.value())
                .param("id", id)
                .query(WithdrawalRows::withdrawal)
                .optional();
    }

    /** Whoever approves it waits until the transaction ends. */
    void lock(UUID batch) {
        jdbc.sql("select 1 from payout_batch where id = :batch for no key update")
                .param("batch", batch)
                .query(Integer.class)
                .optional();
    }

    void end(Withdrawal which, Withdrawal.State how) {
        jdbc.sql("""
            update withdrawal set state = :state, ended_at = now() where community_id = :community and id = :id
            """)
                .param("state", how.name())
                .param("community", which.community().value())
                .param("id", which.id())
                .update();
    }

    /** The provider is told of it. */
    void send(Withdrawal which) {
        jdbc.sql("update withdrawal set state = 'SENT' where community_id = :community and id = :id")
                .param("community", which.community().value())
                .param("id", which.id())
                .update();
    }

    void withhold(Withdrawal which, Money tax) {
        jdbc.sql("update withdrawal set tax_fen = :fen where community_id = :community and id = :id")
                .param("fen", tax.fen())
                .param("community", which.community().value())
                .param("id", which.id())
                .update();
    }

    /** Gathers what waits, and answers how many. */
    int gather(CommunityId community, UUID batch, MemberId by) {
        jdbc.sql("insert into payout_batch (community_id, id, made_by) values (:community, :id, :by)")
                .param("community", community.value())
                .param("id", batch)
                .param("by", by.value())
                .update();
        return jdbc.sql("""
            update withdrawal set batch_id = :batch where community_id = :community and state = 'LOCKED' and batch_id is null
            """)
                .param("batch", batch)
                .param("community", community.value())
                .update();
    }

    /** The first or the second of two different people; answers false where it is neither. */
    boolean approve(CommunityId community, UUID batch, MemberId by) {
        return jdbc.sql("""
            update payout_batch set first_by = coalesce(first_by, :by), second_by = case when first_by is not null then :by::uuid end,
                approved_at = case when first_by is not null then now() end
            where community_id = :community and id = :batch and second_by is null and first_by is distinct from :by::uuid
            """)
                        .param("by", by.value())
                        .param("community", community.value())
                        .param("batch", batch)
                        .update()
                == 1;
    }

    Optional<Batch> batch(UUID batch) {
        return jdbc.sql(BATCH.formatted("where b.id = :batch"))
                .param("batch", batch)
                .param("most", 1)
                .query(WithdrawalRows::batch)
                .optional();
    }

    List<Batch> batches(int most) {
        return jdbc.sql(BATCH.formatted(""))
                .param("most", most)
                .query(WithdrawalRows::batch)
                .list();
    }

    /** What waits to be gathered, by community. */
    record Waiting(CommunityId community, int withdrawals, Money amount) {}

    List<Waiting> waiting() {
        return jdbc.sql("""
            select community_id, count(*) as n, sum(amount_fen)::bigint as fen from withdrawal
            where state = 'LOCKED' and batch_id is null group by community_id order by fen desc
            """)
                .query((row, number) -> new Waiting(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        row.getInt("n"),
                        Money.ofFen(row.getLong("fen"))))
                .list();
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        @Nullable UUID first = row.getObject("first_by", UUID.class);
        @Nullable OffsetDateTime approved = row.getObject("approved_at", OffsetDateTime.class);
        return new Batch(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                first == null ? null : new MemberId(first),
                approved == null ? null : approved.toInstant(),
                row.getInt("withdrawals"),
                row.getInt("waiting"),
                Money.ofFen(row.getLong("fen")));
    }

    private static Withdrawal withdrawal(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Withdrawal(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getObject("account_id", UUID.class),
                Money.ofFen(row.getLong("amount_fen")),
                Money.ofFen(row.getLong("tax_fen")),
                Withdrawal.State.valueOf(row.getString("state")),
                row.getObject("hold_id", UUID.class),
                row.getObject("batch_id", UUID.class),
                row.getBoolean("approved"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
