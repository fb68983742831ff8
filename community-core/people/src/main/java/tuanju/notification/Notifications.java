package tuanju.notification;

import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** Tells members what happened, once each; every method joins the caller's transaction. */
@Component
@RequiredArgsConstructor
public class Notifications {

    private final JdbcClient jdbc;
    private final Wording wording;

    /** Who is told what. */
    public record Telling(MemberId to, Notification what) {}

    /** Tells one member; about the same subject a second time changes nothing. */
    @Transactional
    public void tell(MemberId to, Notification what) {
        tell(List.of(new Telling(to, what)));
    }

    /** Tells everybody the same. */
    @Transactional
    public void tell(Collection<MemberId> all, Notification what) {
        tell(all.stream().map(it -> new Telling(it, what)).toList());
    }

    /** Tells each of them something of their own, all with one statement. */
    @Transactional
    public void tell(List<Telling> all) {
        if (all.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into notification (member_id, id, subject, topic, arguments, link)
                        select member, id, subject, topic, arguments, link
                        from jsonb_to_recordset(cast(:told as jsonb))
                            as told(member uuid, id uuid, subject text, topic text, arguments jsonb, link text)
                        order by member, subject
                        on conflict (member_id, subject) do nothing
                        """)
                .param("told", wording.json(all.stream().map(it -> row(it)).toList()))
                .update();
    }

    private Row row(Telling telling) {
        var what = telling.what();
        return new Row(
                telling.to().value().toString(),
                Ids.next().toString(),
                what.subject(),
                what.topic(),
                wording.written(what.arguments()),
                what.link());
    }

    /** As the database takes it. */
    private record Row(
            String member, String id, String subject, String topic, List<Wording.Written> arguments, String link) {}
}
