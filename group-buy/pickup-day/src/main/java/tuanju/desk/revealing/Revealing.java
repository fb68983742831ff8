package tuanju.desk.revealing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.TooMany;
import tuanju.database.Ids;
import tuanju.deputy.Leading;
import tuanju.deputy.Right;
import tuanju.desk.Desk;
import tuanju.desk.DeskSettings;
import tuanju.member.Members;
import tuanju.member.Phone;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;
import tuanju.pickup.Masked;

/** Shows a full phone number to the leader who must call: with a reason, on record, a few a day, soon after pickup only. */
@Component
@RequiredArgsConstructor
class Revealing {

    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 100;

    private final OrderBook book;
    private final Members members;
    private final Leading leading;
    private final AuditTrail audit;
    private final DeskSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Notes that this order's number is wanted and why, and answers under which id it is shown. Refuses a missing reason
     * with Invalid, after the time with RevealClosed (410), too many a day with TooMany (429).
     */
    @Transactional
    public UUID ask(Desk desk, UUID order, String reason) {
        mustBeAllowed(desk);
        var why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw new Invalid("reason", "reveal-reason", SHORTEST_REASON, LONGEST_REASON);
        }
        var sheet = book.sheet(desk.community().id(), new OrderId(order));
        if (clock.instant().isAfter(closes(desk, sheet.collectedAt(), sheet.pickupFrom()))) {
            throw new RevealClosed();
        }
        var id = Ids.next();
        if (!noted(desk, order, why, id)) {
            throw new TooMany(secondsUntilNext(desk));
        }
        audit.record(desk.attendant().value(), "phone.revealed", "order " + sheet.code(), Masked.note(why));
        return id;
    }

    /** The number asked for under this id, for the one who asked, for five minutes. Refuses with NotFound. */
    @Transactional(readOnly = true)
    public Revealed shown(Desk desk, UUID id) {
        mustBeAllowed(desk);
        var order = asked(desk, id).orElseThrow(NotFound::new);
        var sheet = book.sheet(desk.community().id(), new OrderId(order));
        var phone = book.phone(desk.community().id(), new OrderId(order))
                .or(() -> Optional.ofNullable(sheet.buyer())
                        .flatMap(members::provenPhone)
                        .map(Phone::digits));
        return new Revealed(sheet.code().value(), Masked.name(sheet.recipient()), phone.orElseThrow(NotFound::new));
    }

    /** A full number with whose it is. */
    record Revealed(String orderCode, String name, String phone) {}

    /** A deputy sees numbers only where the leader said so. */
    private void mustBeAllowed(Desk desk) {
        if (!leading.may(desk.attendant(), Right.PHONES, desk.community().id(), desk.owner())) {
            throw new NotFound();
        }
    }

    private Instant closes(Desk desk, @Nullable Instant collected, @Nullable Instant pickupFrom) {
        var cycle = desk.cycle();
        var pickup = collected != null ? collected : cycle != null ? cycle.pickupUntil() : pickupFrom;
        return pickup == null ? Instant.MAX : pickup.plus(settings.revealsFor());
    }

    private boolean noted(Desk desk, UUID order, String reason, UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('phone_reveal ' || :member, 0))")
                .param("member", desk.attendant().value().toString())
                .query(rows -> {});
        return jdbc.sql("""
                                insert into phone_reveal (community_id, id, order_id, member_id, reason)
                                select :community, :id, :order, :member, :reason
                                where (select count(*) from phone_reveal
                                       where member_id = :member and at > clock_timestamp() - interval '1 day') < :allowed
                                """)
                        .param("community", desk.community().id().value())
                        .param("id", id)
                        .param("order", order)
                        .param("member", desk.attendant().value())
                        .param("reason", reason)
                        .param("allowed", settings.revealsPerDay())
                        .update()
                == 1;
    }

    private long secondsUntilNext(Desk desk) {
        return jdbc.sql("""
                        select greatest(1, ceil(extract(epoch from min(at) + interval '1 day' - clock_timestamp())))::bigint
                        from phone_reveal where member_id = :member and at > clock_timestamp() - interval '1 day'
                        """)
                .param("member", desk.attendant().value())
                .query(Long.class)
                .single();
    }

    private Optional<UUID> asked(Desk desk, UUID id) {
        return jdbc.sql("""
                        select order_id from phone_reveal
                        where community_id = :community and id = :id and member_id = :member
                          and at > clock_timestamp() - interval '5 minutes'
                        """)
                .param("community", desk.community().id().value())
                .param("id", id)
                .param("member", desk.attendant().value())
                .query(UUID.class)
                .optional();
    }
}
