package tuanju.complaint;

import static tuanju.complaint.ComplaintSql.WITH_LEADER;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.community.CommunityId;
import tuanju.complaint.ComplaintCard.About;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** The rows of complaints. */
@Component
@RequiredArgsConstructor
class ComplaintRows {

    private final JdbcClient jdbc;
    private final ComplaintSql sql;

    /** A new complaint: in which community, about what, of which cycle or team, and who reports it. */
    record New(
            CommunityId community,
            UUID id,
            About about,
            @Nullable UUID source,
            Reporter reporter) {}

    /**
     * Who reports it to whose desk.
     *
     * @param leader who leads the desk
     * @param buyer whether its buyer reports it, and not who stands at the desk
     * @param withLeader whether the leader answers first
     */
    record Reporter(MemberId member, MemberId leader, boolean buyer, boolean withLeader) {
        /** At the desk. */
        Reporter(MemberId member, MemberId leader) {
            this(member, leader, false, false);
        }
    }

    /** What is decided: zero declines. */
    record Decision(Money given, String answer, MemberId by) {
        private static final int LONGEST_ANSWER = 200;

        /** Refuses with Invalid more than was asked, and less without a sentence. */
        void check(ComplaintCard complaint) {
            if (answer.length() > LONGEST_ANSWER) {
                throw new Invalid("answer", "complaint-answer-long", LONGEST_ANSWER);
            }
            var asked = complaint.about().asked();
            if (given.isMoreThan(asked)) {
                throw new Invalid("yuan", "complaint-amount", asked.toString());
            }
            if (!given.equals(asked) && answer.isBlank()) {
                throw new Invalid("answer", "complaint-answer");
            }
        }
    }

    /** Notes it, unless its buyer waits for an answer about the same goods already. */
    boolean insert(New complaint, boolean byLeader) {
        var about = complaint.about();
        return jdbc.sql("""
                        insert into complaint (community_id, id, order_id, order_code, source_id, product_name, spec, kind,
                            pieces, asked_fen, note, picture, reported_by, leader_id, by_buyer, with_leader, status, given_fen, by_leader, decided_by,
                            decided_at)
                        values (:community, :id, :order, :code, :source, :name, :spec, :kind, :pieces, :asked, :note, :picture,
                            :reporter, :leader, :byBuyer, :withLeader, :status, :given, :byLeader, :decidedBy,
                            case when :byLeader then clock_timestamp() end)
                        on conflict (community_id, order_id, product_name, spec) where by_buyer and status = 'WAITING'
                        do nothing
                        """)
                        .param("community", complaint.community().value())
                        .param("id", complaint.id())
                        .param("order", about.order())
                        .param("code", about.orderCode())
                        .param("source", complaint.source())
                        .param("name", about.productName())
                        .param("spec", about.spec())
                        .param("kind", about.kind().name())
                        .param("pieces", about.pieces())
                        .param("asked", about.asked().fen())
                        .param("note", about.note())
                        .param("picture", about.picture())
                        .param("reporter", complaint.reporter().member().value())
                        .param("leader", complaint.reporter().leader().value())
                        .param("byBuyer", complaint.reporter().buyer())
                        .param("withLeader", complaint.reporter().withLeader())
                        .param("status", (byLeader ? ComplaintStatus.GIVEN : ComplaintStatus.WAITING).name())
                        .param("given", byLeader ? about.asked().fen() : 0)
                        .param("byLeader", byLeader)
                        .param(
                                "decidedBy",
                                byLeader ? complaint.reporter().member().value() : null)
                        .update()
                == 1;
    }

    /** Decides it if it still waits; who decides at the same moment comes second and gets nothing. */
    Optional<ComplaintCard> decide(CommunityId community, UUID id, Decision decision) {
        return decided(community, id, decision, "by_leader = false where status = 'WAITING'");
    }

    /** The leader gives it back while it is with them. */
    Optional<ComplaintCard> give(CommunityId community, UUID id, Decision decision) {
        return decided(
                community,
                id,
                decision,
                "by_leader = true where status = 'WAITING' and leader_id = :by and " + WITH_LEADER);
    }

    private Optional<ComplaintCard> decided(CommunityId community, UUID id, Decision decision, String which) {
        return sql.returning("""
                        update complaint set status = :status, given_fen = :given, answer = :answer, decided_by = :by,
                            decided_at = clock_timestamp(), %s and community_id = :community and id = :id
                        """.formatted(which))
                .param("status", (decision.given().isZero() ? ComplaintStatus.DECLINED : ComplaintStatus.GIVEN).name())
                .param("given", decision.given().fen())
                .param("answer", decision.answer())
                .param("by", decision.by().value())
                .param("community", community.value())
                .param("id", id)
                .query(ComplaintSql::card)
                .optional();
    }

    /** Its leader leaves it to the operator, with a word or without. */
    Optional<ComplaintCard> passOn(CommunityId community, UUID id, MemberId leader, String word) {
        return sql.returning("""
                        update complaint set with_leader = false, leader_word = :word
                        where community_id = :community and id = :id and leader_id = :leader and status = 'WAITING' and
                        """ + WITH_LEADER)
                .param("word", word)
                .param("leader", leader.value())
                .param("community", community.value())
                .param("id", id)
                .query(ComplaintSql::card)
                .optional();
    }

    Optional<ComplaintCard> one(CommunityId community, UUID id) {
        return sql.select("where community_id = :community and id = :id")
                .param("community", community.value())
                .param("id", id)
                .query(ComplaintSql::card)
                .optional();
    }

    /** The same, if it was reported to a desk of this leader. */
    Optional<ComplaintCard> ofLeader(CommunityId community, UUID id, MemberId leader) {
        return sql.select("where community_id = :community and id = :id and leader_id = :leader")
                .param("community", community.value())
                .param("id", id)
                .param("leader", leader.value())
                .query(ComplaintSql::card)
                .optional();
    }
}
