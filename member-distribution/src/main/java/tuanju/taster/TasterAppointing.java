package tuanju.taster;

import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.catalog.Catalog;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.Phone;
import tuanju.membership.Membership;
import tuanju.membership.Memberships;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;

/** An operator asks a member to look after a category, says how much they may bring, and ends it; all of it on record. */
@Component
@RequiredArgsConstructor
@Transactional
public class TasterAppointing {

    private final TasterRows rows;
    private final Communities communities;
    private final Memberships memberships;
    private final TastersBelong belonging;
    private final Members members;
    private final Catalog catalog;
    private final Notifications notifications;
    private final AuditTrail audit;

    /**
     * Who is asked to look after what, before anything of it is believed.
     *
     * @param community a short code
     * @param phone of who is asked
     */
    public record Asked(
            @Nullable String community,
            @Nullable String phone,
            @Nullable String category,
            @Nullable Integer mostAMonth) {}

    /**
     * Asks nothing of what they bought, paid, brought or how many. Refuses with Invalid who or what is not there, with CannotTaste who
     * does not belong to the community, and a category that somebody looks after.
     */
    public Code appoint(Asked asked, MemberId by) {
        var here = communities.find(or(asked.community())).orElseThrow(() -> new Invalid("community", "field-wrong"));
        var category = or(asked.category()).strip();
        int most = most(asked.mostAMonth());
        return appoint(here.id(), member(asked.phone()), category, most, by);
    }

    /** The same of who is known. */
    public Code appoint(CommunityId here, MemberId member, String category, int mostAMonth, MemberId by) {
        if (category.isEmpty()
                || catalog.products(here).stream().noneMatch(it -> it.category().equals(category))) {
            throw new Invalid("category", "taster-no-category");
        }
        if (memberships.of(member, here).filter(Membership::isActive).isEmpty()) {
            throw CannotTaste.ofMembers();
        }
        var made = new Taster(
                here, Ids.next(), communities.nextCode(here), member, category, mostAMonth, Instant.EPOCH, null);
        rows.in(here).stream()
                .filter(it -> it.category().equals(category) && !belonging.is(it))
                .forEach(it -> end(it, by));
        if (!rows.insert(made, by)) {
            throw CannotTaste.taken(category);
        }
        audit.record(by.value(), "taster.appointed", "taster " + made.code(), category + " · " + mostAMonth);
        tell(made, "taster.told.appointed", "/me/tastings/" + made.code());
        return made.code();
    }

    /** How many new finds a month they may bring from now on. Refuses with Invalid, and with NotFound what is not there. */
    public void allow(Code code, @Nullable Integer mostAMonth, MemberId by) {
        var taster = rows.lock(code).orElseThrow(NotFound::new);
        int most = most(mostAMonth);
        if (!taster.isActive()) {
            throw CannotTaste.over();
        }
        if (most != taster.mostAMonth()) {
            rows.allow(taster, most);
            audit.record(by.value(), "taster.allowed", "taster " + code, taster.mostAMonth() + " → " + most);
        }
    }

    /** From now on the category is free; what they found and answered stays. Twice is once. Refuses with NotFound. */
    public void end(Code code, MemberId by) {
        end(rows.lock(code).orElseThrow(NotFound::new), by);
    }

    private void end(Taster taster, MemberId by) {
        if (rows.end(taster)) {
            audit.record(by.value(), "taster.ended", "taster " + taster.code(), taster.category());
            tell(taster, "taster.told.ended", taster.path());
        }
    }

    private MemberId member(@Nullable String phone) {
        return members.withPhone(Phone.of(or(phone))).orElseThrow(CannotTaste::noMember);
    }

    private void tell(Taster taster, String topic, String path) {
        notifications.tell(taster.member(), Notification.of(topic + ":" + taster.id(), topic, path, taster.category()));
    }

    private static int most(@Nullable Integer typed) {
        if (typed == null || typed < 1 || typed > Taster.MOST_A_MONTH) {
            throw new Invalid("mostAMonth", "taster-most", Taster.MOST_A_MONTH);
        }
        return typed;
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
