package tuanju.member.account;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.member.Member;
import tuanju.member.MemberId;
import tuanju.member.MemberRows;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** Somebody's account: what it says of them, and how it is opened. */
@Component
@RequiredArgsConstructor
class PersonalAccount implements PersonalData {

    private static final String PHONE = "(select phone from member where id = :member)";

    private final MemberRows rows;
    private final Clock clock;

    @Override
    public String called() {
        return "member";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("one_time_code")
                        .copied("select purpose, sent_at, used_at from one_time_code where phone = " + PHONE)
                        .forgotten("delete from one_time_code where phone = " + PHONE),
                PersonalTable.of("sms_outbox")
                        .copied("select at, text from sms_outbox where phone = " + PHONE)
                        .forgotten("delete from sms_outbox where phone = " + PHONE),
                PersonalTable.of("api_token")
                        .copied("select created_at, expires_at from api_token where member_id = :member")
                        .forgotten("delete from api_token where member_id = :member"),
                PersonalTable.of("second_factor")
                        .copied("select since from second_factor where member_id = :member")
                        .forgotten("delete from second_factor where member_id = :member"),
                PersonalTable.of("recovery_code").kept("goes with its second factor"),
                account());
    }

    @Override
    public void forget(MemberId member) {
        var row = rows.lock(member.value()).orElseThrow();
        if (!row.isClosedForGood()) {
            row.close(clock.instant());
            rows.saveAndFlush(row);
        }
    }

    @Override
    public List<String> unfinished(MemberId member) {
        return rows.findById(member.value()).filter(Member::isOperator).isPresent()
                ? List.of("member.closing.operator")
                : List.of();
    }

    private static PersonalTable account() {
        return PersonalTable.of("member")
                .copied("""
                        select id, phone, name, lane, building, unit, room, locale, operator, created_at, phone_proven_at,
                            last_signed_in_at, password_hash is not null as has_password
                        from member where id = :member
                        """)
                .kept("an id without a name, which orders, money and the audit trail point to");
    }
}
