package tuanju.redemption;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.community.Lines;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;
import tuanju.referral.LegalGuard;

/** A leader puts goods into the points shop of their community, says how many are left, and takes them out. */
@Component
@RequiredArgsConstructor
@Transactional
public class PointsGoodsKeeping {

    static final int PAGE = 20;
    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_DETAIL = 60;

    private final PointsGoodsRows rows;
    private final Communities communities;
    private final Leaders leaders;
    private final PickupPoints points;
    private final Moderation moderation;

    /**
     * What a leader would put there, before anything of it is believed.
     *
     * @param community a short code
     * @param point where it is fetched; the first of theirs where none is named
     */
    public record Draft(
            @Nullable String community,
            @Nullable String title,
            @Nullable String detail,
            @Nullable Integer points,
            @Nullable Integer pieces,
            @Nullable UUID point) {}

    /** A page of them; the id for the next page, null after the last. */
    record Page(List<PointsGoods> items, @Nullable UUID next) {}

    /** Refuses with NotFound who does not lead there, with Invalid and AgainstTheLaw what may not be said, no number, and no point of theirs. */
    public Code put(MemberId leader, Draft draft) {
        var here = led(leader, draft.community());
        var title = said("title", Lines.required("title", or(draft.title()), LONGEST_TITLE));
        var detail = said("detail", Lines.optional("detail", or(draft.detail()), LONGEST_DETAIL));
        int price = within("points", draft.points(), 1, PointsGoods.MOST_POINTS);
        int pieces = within("pieces", draft.pieces(), 1, PointsGoods.MOST_PIECES);
        var point = point(leader, here, draft.point());
        var code = communities.nextCode(here);
        rows.insert(new PointsGoods(here, Ids.next(), code, leader, point, title, detail, price, pieces, false));
        return code;
    }

    /** So many are left from now on; who waits keeps theirs. Refuses with NotFound what is not theirs, and with Invalid. */
    public void count(MemberId leader, Code code, @Nullable Integer left) {
        var goods = own(leader, code);
        int pieces = within("pieces", left, 0, PointsGoods.MOST_PIECES);
        if (!rows.count(goods, pieces, PointsGoods.MOST_PIECES)) {
            throw new Invalid("pieces", "redemption-too-many", PointsGoods.MOST_PIECES);
        }
    }

    /** Nobody has one any more; who waits keeps theirs. Twice is once. Refuses with NotFound what is not theirs. */
    public void end(MemberId leader, Code code) {
        rows.end(own(leader, code));
    }

    @Transactional(readOnly = true)
    public Page of(MemberId leader, @Nullable UUID after) {
        var found = rows.of(leader, after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        return new Page(shown, found.size() > PAGE ? shown.getLast().id() : null);
    }

    private PointsGoods own(MemberId leader, Code code) {
        return rows.lock(code)
                .filter(it -> it.leader().equals(leader) && leaders.leads(leader, it.community()))
                .orElseThrow(NotFound::new);
    }

    private CommunityId led(MemberId leader, @Nullable String community) {
        var here = communities.find(or(community)).orElseThrow(() -> new Invalid("community", "field-wrong"));
        if (!leaders.leads(leader, here.id())) {
            throw new NotFound();
        }
        return here.id();
    }

    private UUID point(MemberId leader, CommunityId here, @Nullable UUID wanted) {
        return points.ledBy(here, leader).stream()
                .filter(PickupPointCard::open)
                .map(PickupPointCard::id)
                .filter(it -> wanted == null || it.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Invalid("point", "redemption-no-point"));
    }

    private String said(String field, String text) {
        moderation.mustPass(Written.TEXT, field, text);
        LegalGuard.mustBeLegal(text);
        return text;
    }

    private static int within(String field, @Nullable Integer typed, int least, int most) {
        if (typed == null || typed < least || typed > most) {
            throw new Invalid(field, "redemption-number", least, most);
        }
        return typed;
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
