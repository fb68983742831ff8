package tuanju.payment.deciding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.payment.RefundQueue;
import tuanju.payment.cases.ExceptionCase;
import tuanju.payment.transfers.Transfers;

/** Where operators read exception cases and say what they did about them. */
@Component
@RequiredArgsConstructor
public class CaseDesk {

    private static final int LONGEST_NOTE = 500;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final RefundQueue refunds;
    private final Transfers transfers;

    /**
     * A case and what became of it.
     *
     * @param settlement what was done; null while it waits
     */
    public record Case(
            ExceptionCase about,
            @Nullable Instant settled,
            @Nullable String settlement) {

        public boolean isOpen() {
            return settled == null;
        }
    }

    /**
     * Cases, newest first.
     *
     * @param after the last case of the page before; null for the first page
     */
    @Transactional(readOnly = true)
    public List<Case> cases(boolean open, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select * from exception_case
                        where (settled_at is null) = :open
                            and (cast(:after as uuid) is null or (opened_at, id) <
                                (select opened_at, id from exception_case where id = cast(:after as uuid)))
                        order by opened_at desc, id desc limit :limit
                        """)
                .param("open", open)
                .param("after", after)
                .param("limit", limit)
                .query(CaseDesk::read)
                .list();
    }

    /** One case. Refuses with NotFound. */
    @Transactional(readOnly = true)
    public Case one(CommunityId community, UUID id) {
        return jdbc.sql("select * from exception_case where community_id = :community and id = :id")
                .param("community", community.value())
                .param("id", id)
                .query(CaseDesk::read)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private record Settled(String kind, String reference) {}

    /** Writes down what was done; what a person paid back or out is paid by that. Refuses without words, and a case that is unknown or settled already with NotFound. */
    @Transactional
    public void settle(CommunityId community, UUID id, String note, MemberId by) {
        if (!isSettled(community, id, note, by)) {
            throw new NotFound();
        }
    }

    /** The same; false where it is unknown or settled already. Refuses without words. */
    @Transactional
    public boolean isSettled(CommunityId community, UUID id, String note, MemberId by) {
        var words = note.strip();
        if (words.isEmpty() || words.length() > LONGEST_NOTE) {
            throw new Invalid("note", "settlement-in-words", LONGEST_NOTE);
        }
        var settled = jdbc.sql("""
                        update exception_case set settled_at = now(), settled_by = :by, settlement = :words
                        where community_id = :community and id = :id and settled_at is null
                        returning kind, reference
                        """)
                .param("by", by.value())
                .param("words", words)
                .param("community", community.value())
                .param("id", id)
                .query((row, number) -> new Settled(row.getString("kind"), row.getString("reference")))
                .optional();
        settled.ifPresent(it -> {
            audit.record(by.value(), "exception.settled", "exception " + id, words);
            finish(community, it);
        });
        return settled.isPresent();
    }

    private void finish(CommunityId community, Settled settled) {
        if (settled.kind().equals(ExceptionCase.Kind.REFUND_TOO_OLD.name())) {
            refunds.find(community, settled.reference()).ifPresent(refunds::finish);
        }
        if (settled.kind().equals(ExceptionCase.Kind.TRANSFER_BY_HAND.name())) {
            transfers.paidByHand(community, settled.reference());
        }
    }

    static Case read(ResultSet row, int number) throws SQLException {
        var settled = row.getTimestamp("settled_at");
        return new Case(
                ExceptionCase.read(row, number),
                settled == null ? null : settled.toInstant(),
                row.getString("settlement"));
    }
}
