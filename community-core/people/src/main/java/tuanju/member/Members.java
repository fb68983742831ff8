package tuanju.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.table.DayRange;
import tuanju.table.Table;
import tuanju.table.TableLook;

/** Finds members for other modules; cards carry masked phones, full ones leave only as the contact of an order. */
@Component
@RequiredArgsConstructor
public class Members {

    private static final String STATE = """
            case when m.closed_at is not null then 'CLOSED' when m.parked_at is not null then 'PARKED'
                when m.operator then 'OPERATOR' when m.phone_proven_at is not null then 'PROVEN' else 'UNPROVEN' end""";

    private static final String ACCOUNT =
            "m.id, m.name, m.phone, m.hue, m.created_at, m.last_signed_in_at, " + STATE + " as state";

    private final MemberRows rows;
    private final JdbcClient database;
    private final SecondFactorDuty duty;
    private final Clock clock;

    /** The card of one member; refuses an unknown id with NoSuchElementException. */
    public MemberCard card(MemberId member) {
        return member(member).card();
    }

    /** Cards of many members in one query, by id, as the table has them; unknown ids are left out. */
    public Map<MemberId, MemberCard> cards(Collection<MemberId> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("select id, name, phone, hue from member where id = any(:ids)")
                .param("ids", members.stream().map(MemberId::value).distinct().toArray(UUID[]::new))
                .query(MemberCard::read)
                .list()
                .stream()
                .collect(Collectors.toMap(MemberCard::id, Function.identity()));
    }

    /**
     * Whether they may act as an operator right now: appointed, and with the second factor that they have now; asked on every
     * operator request. Who has none may where it is only offered (tuanju.operator.second-factor).
     */
    public boolean isOperator(SignedIn me) {
        return standing(me) == Standing.OPERATES;
    }

    /** Whether nothing but their second factor is missing. */
    public boolean owesSecondFactor(SignedIn me) {
        return standing(me) == Standing.OWES;
    }

    /** Refuses whoever is no operator with NotFound, and with SecondFactorFirst an operator who has not shown that factor. */
    public void needOperator(SignedIn me) {
        switch (standing(me)) {
            case NONE -> throw new NotFound();
            case OWES -> throw new SecondFactorFirst();
            case OPERATES -> {}
        }
    }

    private enum Standing {
        NONE,
        OWES,
        OPERATES
    }

    private Standing standing(SignedIn me) {
        var shown = Optional.ofNullable(me.secondFactor());
        return database.sql("""
                        select f.id as held from member m left join second_factor f on f.member_id = m.id
                        where m.id = :id and m.operator and phone_is_proven(m.id)
                        """)
                .param("id", me.member().value())
                .query((row, number) -> Optional.ofNullable(row.getObject("held", UUID.class)))
                .optional()
                .map(held -> held.isPresent() ? held.equals(shown) : !duty.isOnEverybody())
                .map(may -> may ? Standing.OPERATES : Standing.OWES)
                .orElse(Standing.NONE);
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

    /** Whether this account opens to nobody, because its number went to somebody else; asked with every page. */
    public boolean isClosed(MemberId member) {
        return database.sql("select parked_at is not null from member where id = :id")
                .param("id", member.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whether they closed their account for good, so that nothing of a person is left: no name, no phone, nothing to earn. */
    public boolean isGone(MemberId member) {
        return database.sql("select closed_at is not null from member where id = :id")
                .param("id", member.value())
                .query(Boolean.class)
                .optional()
                .orElse(true);
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

    /** How somebody's account stands. */
    public enum State {
        OPERATOR,
        PROVEN,
        UNPROVEN,
        /** Its number went to somebody else. */
        PARKED,
        /** Its owner closed it; nothing of a person is left. */
        CLOSED
    }

    /**
     * Whom an operator looks for.
     *
     * @param words a part of a name, or the last four digits of a phone; empty for all
     * @param within one of these ids; null for any
     * @param days on one of which they signed up
     */
    public record Search(
            String words, @Nullable State state, @Nullable List<UUID> within, DayRange days) {}

    /** A member as an operator sees them. */
    public record Account(MemberCard card, State state, Instant joined, Instant seen) {

        static Account read(ResultSet row, int number) throws SQLException {
            return new Account(
                    MemberCard.read(row, number),
                    State.valueOf(row.getString("state")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getObject("last_signed_in_at", OffsetDateTime.class).toInstant());
        }
    }

    /** A page of those looked for, sorted by "joined". Refuses another order with Invalid. */
    public List<Account> search(Search search, TableLook look, int limit) {
        return sift(search).rows(database, ACCOUNT, look, limit, Account::read);
    }

    /** How many there are; null where they are more than are counted unasked. */
    public Table.@Nullable Sums count(Search search, boolean all) {
        return sift(search).sums(database, "0", all);
    }

    /** One of them; refuses an unknown id with NotFound. */
    public Account account(MemberId member) {
        return sift(new Search("", null, List.of(member.value()), DayRange.ALL))
                .rows(database, ACCOUNT, TableLook.of("", Map.of(), "joined", null), 1, Account::read)
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Table.Sift sift(Search search) {
        var words = search.words().strip().toLowerCase(Locale.ROOT);
        var state = search.state();
        return new Table.Sift("member m", "m.id", Map.of("joined", "m.created_at"))
                .where(
                        words.matches("[0-9]{4}") ? "right(m.phone, 4) = :words" : "strpos(lower(m.name), :words) > 0",
                        "words",
                        words)
                .where(STATE + " = :state", "state", state == null ? null : state.name())
                .where(
                        "m.id = any(:within)",
                        "within",
                        search.within() == null ? null : search.within().toArray(UUID[]::new))
                .on(search.days(), "m.created_at");
    }

    private Member member(MemberId member) {
        return rows.findById(member.value())
                .orElseThrow(() -> new NoSuchElementException("No member " + member.value()));
    }
}
