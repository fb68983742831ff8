package support;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.member.MemberId;

/** What members were told, in tests. */
public final class Told {

    private Told() {}

    /** The topics this member was told about, oldest first. */
    public static List<String> topics(JdbcClient jdbc, MemberId member) {
        return jdbc.sql("select topic from notification where member_id = ? order by id")
                .param(member.value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
