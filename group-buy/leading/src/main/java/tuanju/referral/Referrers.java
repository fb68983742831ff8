package tuanju.referral;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** Who may earn by bringing buyers where, and which account is theirs there. */
@Component
@RequiredArgsConstructor
@Transactional
public class Referrers {

    /** Of the terms; another one is accepted anew before anything more is earned. */
    public static final int VERSION = 1;

    private final JdbcClient jdbc;

    /** Accepts the terms of today; twice is once. It costs nothing and asks for nothing (C-03). */
    public void accept(MemberId member, CommunityId community) {
        jdbc.sql("""
            with known as (
                insert into referrer (community_id, member_id, account_id) values (:community, :member, :account)
                on conflict do nothing)
            insert into referrer_acceptance (community_id, member_id, version) values (:community, :member, :version)
            on conflict do nothing
            """)
                .param("community", community.value())
                .param("member", member.value())
                .param("account", Ids.next())
                .param("version", VERSION)
                .update();
    }

    /** Whether they had accepted the terms of today by then (C-10). */
    @Transactional(readOnly = true)
    public boolean isReferrer(MemberId member, CommunityId community, Instant then) {
        return jdbc.sql("""
            select exists (select from referrer_acceptance where community_id = :community and member_id = :member
                and version = :version and accepted_at <= :then)
            """)
                .param("community", community.value())
                .param("member", member.value())
                .param("version", VERSION)
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Where they accepted the terms of today. */
    @Transactional(readOnly = true)
    public List<CommunityId> communitiesOf(MemberId member) {
        return jdbc.sql("select community_id from referrer_acceptance where member_id = :member and version = :version")
                .param("member", member.value())
                .param("version", VERSION)
                .query((row, number) -> new CommunityId(row.getObject("community_id", UUID.class)))
                .list();
    }

    /** Where they ever accepted terms, of today or before: what they earned there stays theirs. */
    @Transactional(readOnly = true)
    public List<CommunityId> everWhere(MemberId member) {
        return jdbc.sql("select community_id from referrer where member_id = :member order by since, community_id")
                .param("member", member.value())
                .query((row, number) -> new CommunityId(row.getObject("community_id", UUID.class)))
                .list();
    }

    /** The owner of their accounts in the books of this community; empty before they ever accepted. */
    @Transactional(readOnly = true)
    public Optional<UUID> account(MemberId member, CommunityId community) {
        return account(member, community, "");
    }

    /** The same held until the transaction ends: whoever books on these accounts waits for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> hold(MemberId member, CommunityId community) {
        return account(member, community, " for no key update");
    }

    /** The accounts of a member, in every community. */
    @Transactional(readOnly = true)
    public List<UUID> accounts(MemberId member) {
        return jdbc.sql("select account_id from referrer where member_id = :member")
                .param("member", member.value())
                .query((row, number) -> row.getObject("account_id", UUID.class))
                .list();
    }

    private Optional<UUID> account(MemberId member, CommunityId community, String lock) {
        return jdbc.sql("select account_id from referrer where community_id = :community and member_id = :member"
                        + lock)
                .param("community", community.value())
                .param("member", member.value())
                .query(UUID.class)
                .optional();
    }
}
