package tuanju.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderKind;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/** What a leader may still give back without asking; the table never lets it be overspent. */
@Component
@RequiredArgsConstructor
class LeaderAllowance {

    private static final LocalDate EVERY_DAY = LocalDate.EPOCH;

    private final JdbcClient jdbc;
    private final OrderBook book;
    private final ComplaintSettings settings;
    private final Clock clock;

    /**
     * What an allowance is for.
     *
     * @param subject a cycle, or a leader for orders outside cycles
     * @param day the day it is for; the same for all days where it is a cycle's
     * @param limit what may be given in all
     */
    record Of(CommunityId community, UUID subject, LocalDate day, Money limit, boolean perDay) {}

    /** The allowance that carries complaints about this order: its cycle's, or else its leader's of today. */
    Of of(CommunityCard community, MemberId leader, OrderSheet order) {
        var source = order.source();
        boolean ofCycle = order.kind() == OrderKind.CYCLE || order.kind() == OrderKind.IMPORT;
        if (ofCycle && source != null) {
            var limit =
                    settings.allowanceOf(book.totalsOf(community.id(), source).amount());
            return new Of(community.id(), source, EVERY_DAY, limit, false);
        }
        var today = LocalDate.ofInstant(clock.instant(), community.zone());
        return new Of(community.id(), leader.value(), today, settings.atLeast(), true);
    }

    /** Takes this much from it, if so much is left. Two at once are taken one after the other. */
    boolean take(Of allowance, Money amount) {
        return jdbc.sql("""
                                insert into complaint_allowance as a (community_id, subject_id, day, spent_fen, limit_fen)
                                select :community, :subject, :day, :fen, :limit where :fen <= :limit
                                on conflict (community_id, subject_id, day) do update
                                set spent_fen = a.spent_fen + excluded.spent_fen, limit_fen = excluded.limit_fen
                                where a.spent_fen + excluded.spent_fen <= excluded.limit_fen
                                """)
                        .param("community", allowance.community().value())
                        .param("subject", allowance.subject())
                        .param("day", allowance.day())
                        .param("fen", amount.fen())
                        .param("limit", allowance.limit().fen())
                        .update()
                == 1;
    }

    Money left(Of allowance) {
        long spent = jdbc.sql("""
                        select coalesce(sum(spent_fen), 0)::bigint from complaint_allowance
                        where community_id = :community and subject_id = :subject and day = :day
                        """)
                .param("community", allowance.community().value())
                .param("subject", allowance.subject())
                .param("day", allowance.day())
                .query(Long.class)
                .single();
        return Money.ofFen(Math.max(0, allowance.limit().fen() - spent));
    }
}
