package tuanju.home;

import java.time.LocalDate;
import java.time.ZoneId;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.memberday.MemberDays;

/** A member day in the demo community, each week on the day on which it is set up, so that it is seen at once. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoMemberDay {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LESS = 500;

    private final MemberDays days;

    void make(CommunityId community, MemberId operator) {
        days.open(
                operator,
                community,
                "每周会员日",
                LESS,
                LocalDate.now(ZONE).getDayOfWeek().getValue());
    }
}
