package tuanju.member;

import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds members for other modules; cards carry masked phones, full ones leave only as the contact of an order. */
@Component
@RequiredArgsConstructor
public class Members {

    private final MemberRows rows;
    private final JdbcClient database;

    /** The card of one member; refuses an unknown id with NoSuchElementException. */
    public MemberCard card(MemberId member) {
        return member(member).card();
    }

    /** Cards of many members in one query, by id; unknown ids are left out. */
    public Map<MemberId, MemberCard> cards(Collection<MemberId> members) {
        var ids = members.stream().map(MemberId::value).distinct().toList();
        return rows.findAllById(ids).stream()
                .map(Member::card)
                .collect(Collectors.toMap(MemberCard::id, Function.identity()));
    }

    /** Whether this member is an operator right now; asked on every operator request. */
    public boolean isOperator(MemberId member) {
        return database.sql("select operator from member where id = :id")
                .param("id", member.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Name, phone and household of a member, for the snapshot inside their own order. */
    public Contact contact(MemberId member) {
        return member(member).contact();
    }

    /** The member with this phone, for imports and demo data; pages must not tell whether there is one. */
    public Optional<MemberId> withPhone(Phone phone) {
        return rows.findByPhone(phone).map(Member::memberId);
    }

    /** Remembers where a member lives, as they said at checkout. */
    @Transactional
    public void remember(MemberId member, Household household) {
        member(member).moveTo(household);
    }

    private Member member(MemberId member) {
        return rows.findById(member.value())
                .orElseThrow(() -> new NoSuchElementException("No member " + member.value()));
    }
}
