package tuanju.membership;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Lines;
import tuanju.member.MemberId;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;

/** What a leader decides about the members of their community; each is told, and everything is audited. */
@Component
@RequiredArgsConstructor
@Transactional
class Belonging {

    private static final int LONGEST_REASON = 200;

    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final Communities communities;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Whose membership it is about, where, and the leader who decides; whoever calls has asked whether they lead there. */
    record About(CommunityId community, MemberId member, MemberId by) {

        private String subject() {
            return "member " + member.value();
        }
    }

    /**
     * From now on they see what is visible from this level, 0 to 9. Answers the level before. Refuses with Invalid another
     * number, with NotFound who does not belong here.
     */
    int level(About about, int level, String reason) {
        if (level < 0 || level > Visibility.HIGHEST) {
            throw new Invalid("level", "membership-level", Visibility.HIGHEST);
        }
        var why = Lines.optional("reason", reason, LONGEST_REASON);
        var before = active(about);
        if (before.level() == level) {
            return level;
        }
        update(about, "level = :level", "status = 'ACTIVE'", level, null);
        audit.record(
                about.by().value(), "membership.level", about.subject(), before.level() + " → " + level + dash(why));
        var at = clock.instant();
        events.publishEvent(new MembershipChanged(about.member(), about.community(), before.role(), level, at));
        tell(about, "membership.told.level", level);
        return before.level();
    }

    /**
     * From now on they curate here, or no longer: neighbours ask in their shop for what should be on offer, and they answer. It shows them
     * nothing more, pays nothing and asks for nothing bought, spent or paid (C-03). Refuses with CannotBelong a leader, with NotFound who
     * does not belong here. Twice is once.
     */
    void curate(About about, boolean curates) {
        if (become(about, Role.CURATOR, curates)) {
            tell(about, curates ? "membership.told.curator" : "membership.told.curator-no-more");
        }
    }

    /**
     * From now on they decide here what is reported, or no longer; an operator says so, and whoever calls has asked whether they are one.
     * It pays nothing and asks for nothing bought. Refuses with CannotBelong who has another role, with NotFound who does not belong
     * here. Twice is once.
     */
    void moderate(About about, boolean moderates) {
        if (become(about, Role.MODERATOR, moderates)) {
            tell(about, moderates ? "membership.told.moderator" : "membership.told.moderator-no-more");
        }
    }

    private boolean become(About about, Role asked, boolean is) {
        var before = active(about);
        var role = is ? asked : Role.MEMBER;
        if (before.role() == role || !is && before.role() != asked) {
            return false;
        }
        var set = "role = '" + role + "'";
        if (update(about, set, "status = 'ACTIVE' and role in ('" + asked + "', 'MEMBER')", null, null) == 0) {
            throw new CannotBelong("membership-has-a-role");
        }
        audit.record(about.by().value(), "membership.role", about.subject(), before.role() + " → " + role);
        events.publishEvent(
                new MembershipChanged(about.member(), about.community(), role, before.level(), clock.instant()));
        return true;
    }

    /**
     * They belong here no longer and cannot come back by themselves; what they ordered stays theirs. Once ended it stays so.
     * Refuses with Invalid no reason, with CannotBelong a leader, with NotFound who never belonged.
     */
    void end(About about, String reason) {
        var why = Lines.required("reason", reason, LONGEST_REASON);
        var now = memberships.of(about.member(), about.community()).orElseThrow(NotFound::new);
        if (now.isLeader()) {
            throw new CannotBelong("membership-leads");
        }
        if (!memberships.end(about.member(), about.community(), about.by(), why)) {
            return;
        }
        audit.record(about.by().value(), "membership.ended", about.subject(), why);
        if (now.isActive()) {
            tell(about, "membership.told.ended", why);
        }
    }

    /** Takes an end back: they belong here as before, at their level. Who belongs already goes on. Refuses with NotFound. */
    void restore(About about) {
        if (memberships.of(about.member(), about.community()).isEmpty()) {
            throw new NotFound();
        }
        if (!memberships.restore(about.member(), about.community())) {
            return;
        }
        audit.record(about.by().value(), "membership.restored", about.subject(), "");
        tell(about, "membership.told.restored");
    }

    private Membership active(About about) {
        return memberships
                .of(about.member(), about.community())
                .filter(Membership::isActive)
                .orElseThrow(NotFound::new);
    }

    private int update(About about, String set, String where, @Nullable Integer level, @Nullable String why) {
        return jdbc.sql("update membership set changed_at = now(), " + set
                        + " where community_id = :community and member_id = :member and " + where)
                .param("community", about.community().value())
                .param("member", about.member().value())
                .param("by", about.by().value())
                .param("level", level)
                .param("why", why)
                .update();
    }

    private void tell(About about, String topic, Object... more) {
        var here = communities.get(about.community());
        var arguments = new Object[more.length + 1];
        arguments[0] = here.name();
        System.arraycopy(more, 0, arguments, 1, more.length);
        var subject = topic + ":" + here.id().value() + ":" + clock.instant();
        notifications.tell(about.member(), Notification.of(subject, topic, "/me/communities", arguments));
    }

    private static String dash(String why) {
        return why.isEmpty() ? "" : " – " + why;
    }
}
