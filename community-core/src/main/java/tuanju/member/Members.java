package tuanju.member;

import java.time.Clock;
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
    private final Clock clock;

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
        return database.sql("select operator and phone_is_proven(id) from member where id = :id")
                .param("id", member.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Name, phone and household of a member, for the snapshot inside their own order. */
    public Contact contact(MemberId member) {
        return member(member).contact();
    }

    /**
     * The member who has proven that this phone is theirs, and was here within a year; pages must not tell whether there
     * is one.
     */
    public Optional<MemberId> withPhone(Phone phone) {
        var now = clock.instant();
        return rows.of(phone)
                .filter(it -> it.isProven() && !it.isDormantAt(now))
                .map(Member::memberId);
    }

    /** The phone of a member who has proven that it is theirs. */
    public Optional<Phone> provenPhone(MemberId member) {
        return rows.findById(member.value()).filter(Member::isProven).map(Member::getPhone);
    }

    /** Refuses with UnprovenPhone a member of whose phone nobody knows whose it is; asked before a role is given. */
    public void needProven(MemberId member) {
        if (provenPhone(member).isEmpty()) {
            throw new UnprovenPhone();
        }
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
