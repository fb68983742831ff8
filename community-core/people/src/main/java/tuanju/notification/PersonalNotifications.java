package tuanju.notification;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** What a member was told; forgotten with their account. */
@Component
class PersonalNotifications implements PersonalData {

    @Override
    public String called() {
        return "notification";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("notification")
                .copied(
                        "select told_at, read_at, topic, link from notification where member_id = :member order by told_at")
                .forgotten("delete from notification where member_id = :member"));
    }
}
