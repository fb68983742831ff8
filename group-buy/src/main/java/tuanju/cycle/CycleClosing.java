package tuanju.cycle;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.live.LiveTopics;

/** Moves a cycle along: closed, goods arrived, done. */
@Component
@RequiredArgsConstructor
class CycleClosing {

    private final CycleRows rows;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final LiveTopics live;
    private final Clock clock;

    /** Closes a cycle whose cut-off has come by the database's clock; a second time changes nothing. */
    @Transactional
    public void closeIfDue(CutOffs.Due due) {
        int closed = jdbc.sql("""
                        update order_cycle set status = 'CLOSED', closed_at = now(), version = version + 1
                        where community_id = :community and id = :cycle and status = 'OPEN' and cut_off <= now()
                        """)
                .param("community", due.community().value())
                .param("cycle", due.cycle())
                .update();
        if (closed == 1) {
            events.publishEvent(new CycleClosed(due.community(), due.cycle(), clock.instant()));
            live.changed("cycle:" + due.cycle());
        }
    }

    /** Moves the leader's cycle to its next status. Refuses with CannotChangeCycle what does not follow. */
    @Transactional
    public void move(CycleCard card, CycleStatus next) {
        var cycle = rows.locked(card.community().value(), card.id()).orElseThrow(NotFound::new);
        switch (next) {
            case CLOSED -> {
                cycle.close(clock.instant());
                events.publishEvent(new CycleClosed(card.community(), card.id(), clock.instant()));
            }
            case ARRIVED -> cycle.arrive(clock.instant());
            case DONE -> cycle.finish(clock.instant());
            case DRAFT, OPEN -> throw CannotChangeCycle.from(card.status(), next);
        }
        live.changed("cycle:" + card.id());
    }
}
