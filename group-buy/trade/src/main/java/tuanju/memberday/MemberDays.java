package tuanju.memberday;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.catalog.Catalog;
import tuanju.catalog.ProductId;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;

/**
 * Makes member days and ends them: leaders for their own cycles, operators for a whole community. Few at a time, so that the usual
 * price stays the usual one (Provisions on price fraud, 明码标价和禁止价格欺诈规定 Art. 16(3)).
 */
@Component
@RequiredArgsConstructor
public class MemberDays {

    private static final int MOST_AT_ONCE = 3;

    private final MemberDayRows rows;
    private final Communities communities;
    private final Leaders leaders;
    private final Catalog catalog;
    private final Moderation moderation;
    private final AuditTrail audit;
    // declared here and implemented above
    private final ObjectProvider<PriceLaw> laws;

    /**
     * Who makes a member day, and through which door they came.
     *
     * @param operator whether through that of the operators
     */
    record Maker(MemberId member, boolean operator) {

        @Nullable
        MemberId leader() {
            return operator ? null : member;
        }
    }

    /** What it would be. Refuses with Invalid, by the law (422) what that does not allow, and with NotFound who may not make it. */
    NewMemberDay preview(Maker maker, CommunityId community, MemberDayDraft draft) {
        if (!maker.operator() && !leaders.leads(maker.member(), community)) {
            throw new NotFound();
        }
        if (draft.basisPoints() != null) {
            laws.forEach(it -> it.mustBeLegal(draft.basisPoints()));
        }
        var wanted = draft.read(goods(community, draft));
        moderation.mustPass(Written.TEXT, "title", wanted.title());
        return wanted;
    }

    /** Makes it, from now on. Refuses as the preview does, and with Invalid beside too many. */
    @Transactional
    MemberDay make(Maker maker, CommunityId community, MemberDayDraft draft) {
        var wanted = preview(maker, community, draft);
        var made = new MemberDay(community, Ids.next(), communities.nextCode(community), wanted, maker.leader(), null);
        if (!rows.insert(made, maker.member(), MOST_AT_ONCE)) {
            throw new Invalid("day", "member-day-too-many", MOST_AT_ONCE);
        }
        audit.record(
                maker.member().value(),
                "memberday.made",
                made.code().value(),
                wanted.title() + " −" + wanted.percentage() + " %");
        return made;
    }

    /** A weekly one for all members and all goods, for whoever sets up a community to look at. */
    @Transactional
    public void open(MemberId operator, CommunityId community, String title, int basisPoints, int weekday) {
        make(
                new Maker(operator, true),
                community,
                new MemberDayDraft(null, title, basisPoints, weekday, null, null, null, null, null, null));
    }

    /** It comes no more; orders that were placed keep their price. Twice is once. Refuses with NotFound whose it is not. */
    @Transactional
    void end(Maker maker, Code code) {
        var day = own(maker, code);
        if (rows.end(day.community(), day.id())) {
            audit.record(
                    maker.member().value(),
                    "memberday.ended",
                    code.value(),
                    day.what().title());
        }
    }

    /** Refuses with NotFound what this member may not steer: leaders their own, operators all. */
    MemberDay own(Maker maker, Code code) {
        var day = rows.find(communities.of(code).id(), code).orElseThrow(NotFound::new);
        if (!maker.operator() && !maker.member().equals(day.leader())) {
            throw new NotFound();
        }
        return day;
    }

    /** A leader's, or where nobody is named all; newest first. */
    List<MemberDay> page(@Nullable MemberId leader, @Nullable UUID after, int limit) {
        return rows.page(leader, after, limit);
    }

    private NewMemberDay.Goods goods(CommunityId community, MemberDayDraft draft) {
        var category = draft.category() == null ? "" : draft.category().strip();
        if (draft.product() != null) {
            if (!category.isEmpty()) {
                throw new Invalid("category", "member-day-one-restriction");
            }
            try {
                var product = catalog.product(community, new ProductId(draft.product()));
                return new NewMemberDay.Goods(NewMemberDay.Scope.PRODUCT, draft.product(), product.name());
            } catch (NotFound nothing) {
                throw new Invalid("product", "member-day-no-such-goods");
            }
        }
        if (category.isEmpty()) {
            return NewMemberDay.Goods.ALL;
        }
        if (catalog.products(community).stream().noneMatch(it -> it.category().equals(category))) {
            throw new Invalid("category", "member-day-no-such-goods");
        }
        return new NewMemberDay.Goods(NewMemberDay.Scope.CATEGORY, null, category);
    }
}
