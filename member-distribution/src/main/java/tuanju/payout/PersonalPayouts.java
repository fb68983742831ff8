package tuanju.payout;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;
import tuanju.referral.Referrers;

/** What a member asked for, and which batches an operator handled; what is theirs is paid before their account is closed. */
@Component
@RequiredArgsConstructor
class PersonalPayouts implements PersonalData {

    private static final String TRADE =
            "a trade record: three years (E-Commerce Law, Art. 31); names its people by an id alone";

    private final WithdrawalRows rows;
    private final Withdrawing withdrawing;
    private final Referrers referrers;

    @Override
    public String called() {
        return "payout";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("withdrawal").copied("""
                    select amount_fen, tax_fen, state, asked_at, ended_at from withdrawal where member_id = :member
                    """).kept(TRADE),
                PersonalTable.of("payout_batch").copied("""
                    select made_at, approved_at from payout_batch where made_by = :member
                    """).kept(TRADE));
    }

    @Override
    public List<String> unfinished(MemberId member) {
        boolean hasMoney = rows.isAskedFor(member)
                || referrers.everWhere(member).stream()
                        .anyMatch(it -> withdrawing.free(member, it).compareTo(Withdrawing.LEAST) >= 0);
        return hasMoney ? List.of("payout.closing.money") : List.of();
    }
}
