package tuanju.outbox;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.job.WaitsForTheClock;

/** Events that wait longer than the longest pause, since the clock went back. */
@Component
@RequiredArgsConstructor
class LateEvents implements WaitsForTheClock {

    private final JdbcClient jdbc;

    @Override
    public String named() {
        return "events";
    }

    @Override
    public int goOn(String ahead) {
        return onTime("event_publication", ahead) + onTime("outbox_event", ahead);
    }

    private int onTime(String table, String ahead) {
        return jdbc.sql("update %s set due_at = now() where due_at > %s + interval '1 second' * %d"
                        .formatted(table, ahead, OutboxRows.LONGEST_PAUSE.toSeconds()))
                .update();
    }
}
