package tuanju.conduct;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.membership.Membership;
import tuanju.membership.Memberships;
import tuanju.membership.Role;

/**
 * How far somebody is trusted in a community, one to three, by what they did there: days, what stands of what they wrote, and reports that
 * were right. It opens writing and weighs reports; nothing is earned or seen by it.
 */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Trust {

    static final int HIGHEST = 3;
    static final int A_NEWCOMERS_DAY = 60;
    private static final int[] DAYS = {0, 7, 60};
    private static final int[] ACCEPTED = {0, 3, 20};
    private static final int[] UPHELD = {0, 0, 2};

    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final Clock clock;

    /** Who belongs here for less than this weighs nothing. */
    private static final int HEARD_FROM = 7;

    /**
     * Why somebody is trusted so far.
     *
     * @param days since when they belong here
     * @param accepted what stands of what they wrote, for three days at least
     * @param upheld reports of theirs after which something was hidden
     * @param declined reports of theirs after which it stayed
     * @param hidden what of theirs was hidden in the last 90 days
     * @param role what they are here
     * @param silent whether a measure about them counts now
     */
    record Standing(int days, int accepted, int upheld, int declined, int hidden, Role role, boolean silent) {

        /** Whether they lead or moderate here. */
        public boolean byRole() {
            return role == Role.LEADER || role == Role.MODERATOR;
        }

        public int level() {
            if (byRole()) {
                return HIGHEST;
            }
            int level = 1;
            while (level < HIGHEST && missing(level + 1) == Missing.NOTHING) {
                level++;
            }
            return level;
        }

        /** What is missing for this level, the first of it. */
        Missing missing(int level) {
            if (hidden > 0) {
                return new Missing("hidden", 0);
            }
            if (days < DAYS[level - 1]) {
                return new Missing("days", DAYS[level - 1] - days);
            }
            if (accepted < ACCEPTED[level - 1]) {
                return new Missing("accepted", ACCEPTED[level - 1] - accepted);
            }
            return upheld < UPHELD[level - 1] ? new Missing("upheld", UPHELD[level - 1] - upheld) : Missing.NOTHING;
        }

        /** The first that is missing for the next level. */
        public Missing next() {
            return level() == HIGHEST ? Missing.NOTHING : missing(level() + 1);
        }

        /**
         * How much their report weighs where something is hidden before anybody looked: as much as they are trusted. Nothing of
         * who is new, was hidden or is silent themselves, was mostly wrong, or leads here and sells what is spoken of.
         */
        int weight() {
            int decided = upheld + declined;
            boolean mostlyWrong = decided >= HIGHEST && upheld * HIGHEST < decided;
            return days < HEARD_FROM || hidden > 0 || silent || mostlyWrong || role == Role.LEADER ? 0 : level();
        }

        /** So much may they write in a day. */
        int aDay() {
            return switch (level()) {
                case 1 -> A_NEWCOMERS_DAY;
                case 2 -> 120;
                default -> 300;
            };
        }
    }

    /** What is missing and how much of it. */
    record Missing(String what, int number) {
        static final Missing NOTHING = new Missing("nothing", 0);
    }

    /** Empty for who does not belong there. */
    Optional<Standing> of(MemberId member, CommunityId community) {
        return memberships.of(member, community).filter(Membership::isActive).map(it -> of(member, it));
    }

    /** How much a report of theirs weighs; of who does not belong there nothing, though it is heard. */
    int weight(MemberId member, CommunityId community) {
        return of(member, community).map(Standing::weight).orElse(0);
    }

    /** How much they may write there in a day. */
    int aDay(MemberId member, CommunityId community) {
        return of(member, community).map(Standing::aDay).orElse(A_NEWCOMERS_DAY);
    }

    private Standing of(MemberId member, Membership here) {
        return jdbc.sql("""
                        select
                            (select count(*) from conduct_text t
                                where t.community_id = :community and t.author_id = :member
                                    and t.written_at < now() - interval '3 days' and not exists (
                                    select from conduct_case c where c.community_id = t.community_id and c.kind = t.kind
                                        and c.code = t.code and c.author_id = t.author_id and c.decision = 'HIDDEN'
                                        and c.appeal_decision is distinct from 'OVERTURNED')) as accepted,
                            (select count(*) from conduct_report r join conduct_case c
                                    on c.community_id = r.community_id and c.id = r.case_id
                                where r.reporter_id = :member and r.community_id = :community and c.decision = 'HIDDEN'
                                    and c.appeal_decision is distinct from 'OVERTURNED') as upheld,
                            (select count(*) from conduct_report r join conduct_case c
                                    on c.community_id = r.community_id and c.id = r.case_id
                                where r.reporter_id = :member and r.community_id = :community
                                    and (c.decision = 'KEPT' or c.appeal_decision = 'OVERTURNED')) as declined,
                            (select count(*) from conduct_case c
                                where c.author_id = :member and c.community_id = :community and c.decision = 'HIDDEN'
                                    and c.appeal_decision is distinct from 'OVERTURNED'
                                    and c.decided_at > now() - interval '90 days') as hidden,
                            exists (select from conduct_measure m
                                where m.member_id = :member and m.community_id = :community and m.lifted_at is null
                                    and m.kind <> 'WARNING' and (m.ends_at is null or m.ends_at > now())) as silent
                        """)
                .param("community", here.community().value())
                .param("member", member.value())
                .query((row, number) -> new Standing(
                        (int) Duration.between(here.joined(), clock.instant()).toDays(),
                        row.getInt("accepted"),
                        row.getInt("upheld"),
                        row.getInt("declined"),
                        row.getInt("hidden"),
                        here.role(),
                        row.getBoolean("silent")))
                .single();
    }
}
