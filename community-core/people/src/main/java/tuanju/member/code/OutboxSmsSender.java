package tuanju.member.code;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.database.Ids;
import tuanju.member.Phone;

/** For development: keeps text messages in a table and shows them on a page instead of sending them. */
@RequiredArgsConstructor
public class OutboxSmsSender implements SmsSender {

    /** A message that waits in the outbox. */
    record Waiting(String phone, String text, Instant at) {}

    private final JdbcClient database;

    @Override
    public void send(Sms message) {
        database.sql("insert into sms_outbox (id, phone, text) values (:id, :phone, :text)")
                .param("id", Ids.next())
                .param("phone", message.phone().digits())
                .param("text", message.text())
                .update();
    }

    /** The newest messages of everyone. */
    List<Waiting> latest() {
        return database.sql("select phone, text, at from sms_outbox order by id desc limit 20")
                .query(new SimplePropertyRowMapper<>(Waiting.class))
                .list();
    }

    /** The newest message to one phone, if any. */
    public List<Waiting> latestTo(Phone phone) {
        return database.sql("select phone, text, at from sms_outbox where phone = :phone order by id desc limit 1")
                .param("phone", phone.digits())
                .query(new SimplePropertyRowMapper<>(Waiting.class))
                .list();
    }
}
