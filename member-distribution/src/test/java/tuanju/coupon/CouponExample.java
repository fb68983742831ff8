package tuanju.coupon;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.price.Funder;

/** What the tests of coupons share: a community, and an operator who gives something away in it. */
@ModuleTest
abstract class CouponExample {

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Claiming claiming;

    @Autowired
    Coupons coupons;

    @Autowired
    JdbcClient jdbc;

    Neighbourhood home;
    Maker operator;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(3);
        operator = new Maker(home.member(2), true);
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    /** ¥5 off from ¥20 on, for all goods. */
    static Draft five() {
        return new Draft();
    }

    Campaign made(Draft draft) {
        return campaigns.make(operator, home.id(), draft.done());
    }

    /** A draft, said piece by piece. */
    static final class Draft {

        private String title = "水果节";
        private CouponTerms.Kind kind = CouponTerms.Kind.AMOUNT;
        private long off = 5_00;
        private @Nullable Integer basisPoints;
        private long from = 20_00;
        private @Nullable UUID product;
        private @Nullable String category;
        private boolean firstOrder;
        private @Nullable String visibility;
        private @Nullable String stacking;
        private Funder funder = Funder.PLATFORM;
        private long budget = 1_000_00;
        private int perPerson = 1;
        private @Nullable Integer mostClaims;
        private NewCampaign.Way way = NewCampaign.Way.CLAIM;
        private Duration length = Duration.ofDays(30);
        private @Nullable Integer lastsDays;
        private @Nullable Integer points;

        Draft called(String other) {
            title = other;
            return this;
        }

        Draft off(long fen, long fromFen) {
            off = fen;
            from = fromFen;
            return this;
        }

        Draft percent(int percent, long ceilingFen) {
            kind = CouponTerms.Kind.PERCENT;
            basisPoints = percent * 100;
            off = ceilingFen;
            return this;
        }

        Draft only(@Nullable UUID oneProduct, @Nullable String oneCategory) {
            product = oneProduct;
            category = oneCategory;
            return this;
        }

        Draft first() {
            firstOrder = true;
            return this;
        }

        Draft level(int least) {
            visibility = "LEVEL_" + least;
            return this;
        }

        Draft forPoints(int price) {
            way = NewCampaign.Way.POINTS;
            points = price;
            return this;
        }

        Draft most(int number) {
            mostClaims = number;
            return this;
        }

        Draft withOrders() {
            way = NewCampaign.Way.GIFT;
            return this;
        }

        Draft stacking(String word) {
            stacking = word;
            return this;
        }

        Draft by(Funder who) {
            funder = who;
            return this;
        }

        Draft budget(long fen) {
            budget = fen;
            return this;
        }

        Draft each(int number) {
            perPerson = number;
            return this;
        }

        Draft packet(int number) {
            way = NewCampaign.Way.PACKET;
            mostClaims = number;
            return this;
        }

        Draft lasting(int days) {
            lastsDays = days;
            return this;
        }

        CampaignDraft done() {
            return new CampaignDraft(
                    null,
                    title,
                    kind,
                    off,
                    basisPoints,
                    from,
                    product,
                    category,
                    firstOrder,
                    visibility,
                    stacking,
                    funder,
                    budget,
                    perPerson,
                    mostClaims,
                    way,
                    Instant.now().minusSeconds(60),
                    Instant.now().plus(length),
                    lastsDays,
                    points);
        }
    }
}
