package tuanju.referral;

import java.util.List;
import lombok.Getter;
import tuanju.referral.LegalGuard.Favour;
import tuanju.referral.Scheme.Base;
import tuanju.referral.Scheme.Gate;
import tuanju.referral.Scheme.GrowsBy;
import tuanju.referral.Scheme.PaysFor;
import tuanju.referral.Scheme.Reward;

/**
 * What the law does not allow, and how this program keeps to it: which constraint of the database, or which claim about its rows,
 * says so. Words for each stand in the messages {@code referral.law.<id>.rule}, {@code .law} and {@code .instead}.
 */
@Getter
public enum LegalRule {
    /** 禁止传销条例 art. 7(3); 广告 and cases: even two levels are fined. */
    ONE_LEVEL("C-01", List.of("commission_one_level", "commission_rule_one_level"), "I-Y1"),
    /** 禁止传销条例 art. 7(1). */
    NOTHING_FOR_RECRUITING("C-02", List.of(), "I-Y1"),
    /** 禁止传销条例 art. 7(2). */
    NO_ENTRY_FEE("C-03", List.of("commission_rule_scopes", "plan_opens_no_earning"), "I-E4"),
    /** 禁止传销条例 art. 7(3). */
    NOTHING_BY_TEAM("C-04", List.of("commission_rule_scopes"), "I-Y1"),
    /** What is not really paid, or not for goods, is no base. */
    GOODS_THAT_ARE_KEPT("C-06", List.of("commission_line_kept"), "I-Y2"),
    /** 消费者权益保护法 art. 25. */
    AFTER_SEVEN_DAYS("C-07", List.of("commission_booked_when_settled"), "I-Y4"),
    /** So that prices stay real. */
    AT_MOST_A_FIFTH("C-08", List.of("commission_line_cap", "commission_rule_cap"), "I-Y2"),
    /** 价格法 art. 14(2), 明码标价和禁止价格欺诈规定 art. 16: neither below cost nor from a usual price that is none. */
    PRICES_STAY_REAL("C-17", List.of("member_day_basis_points_check", "own_price_basis_points_check"), "I-J1"),
    /** 单用途商业预付卡管理办法 art. 18, 消费者权益保护法 art. 53: little, not for long, and what is not used goes back. */
    PREPAID_GOES_BACK("C-18", List.of("plan_prepaid", "plan_subscription_goes_back"), "I-E2"),
    /** 规范促销行为暂行规定 art. 5 and 12: how much there is of it is said before. */
    GIFTS_ARE_LIMITED("C-20", List.of("coupon_budget_holds", "coupon_claims_hold"), "I-Q1"),
    /** 电子商务法 art. 49 and 微信外部链接内容管理规范: sharing itself is not rewarded. */
    NOTHING_FOR_SHARING("C-12", List.of(), "");

    private static final int CAP = 2_000;
    private static final int MOST_OFF = 3_000;
    private static final long DEAREST_FEN = 100_000;
    private static final int LONGEST_DAYS = 366;

    private final String id;
    /** Constraints of the database that refuse it. */
    private final List<String> constraints;
    /** The claim that is looked at all the time; empty where there is nothing that could be written. */
    private final String claim;

    LegalRule(String id, List<String> constraints, String claim) {
        this.id = id;
        this.constraints = constraints;
        this.claim = claim;
    }

    /** Whether a scheme breaks it. */
    boolean forbids(Scheme it) {
        return switch (this) {
            case ONE_LEVEL -> it.levels() > 1 || it.paysFor() == PaysFor.SALE_OF_RECRUIT;
            case NOTHING_FOR_RECRUITING ->
                it.paysFor() == PaysFor.JOINING
                        || it.paysFor() == PaysFor.RECRUITING
                        || it.paysFor() == PaysFor.WAITING
                        || it.growsBy() == GrowsBy.RECRUITS
                        || it.gate() == Gate.RECRUITS
                        || it.paysFor() == PaysFor.FIRST_ORDER && (it.reward() != Reward.COUPON || !it.capped());
            case NO_ENTRY_FEE ->
                switch (it.gate()) {
                            case NONE, TERMS, RECRUITS -> false;
                            case FEE, DEPOSIT, COURSE, OWN_PURCHASE, SPEND, POINTS, PLAN -> true;
                        }
                        || it.growsBy() == GrowsBy.OWN_SPEND
                        || it.growsBy() == GrowsBy.PLAN;
            case NOTHING_BY_TEAM -> it.paysFor() == PaysFor.TEAM_SALES || it.growsBy() == GrowsBy.TEAM_SALES;
            case GOODS_THAT_ARE_KEPT -> it.basisPoints() > 0 && it.base() != Base.GOODS_KEPT;
            case AFTER_SEVEN_DAYS -> it.base() == Base.GOODS_REFUNDED_TOO;
            case AT_MOST_A_FIFTH -> it.basisPoints() > CAP && it.paysFor() != PaysFor.DELIVERING;
            case NOTHING_FOR_SHARING -> it.paysFor() == PaysFor.SHARING;
            case PRICES_STAY_REAL, PREPAID_GOES_BACK, GIFTS_ARE_LIMITED -> false;
        };
    }

    /** Whether what buyers are given breaks it. */
    boolean forbids(Favour it) {
        return switch (this) {
            case NO_ENTRY_FEE -> !it.opens().isBlank();
            case PRICES_STAY_REAL -> it.basisPoints() > MOST_OFF;
            case PREPAID_GOES_BACK -> it.prepaid().fen() > DEAREST_FEN || it.days() > LONGEST_DAYS;
            case GIFTS_ARE_LIMITED -> !it.limited();
            case ONE_LEVEL,
                    NOTHING_FOR_RECRUITING,
                    NOTHING_BY_TEAM,
                    GOODS_THAT_ARE_KEPT,
                    AFTER_SEVEN_DAYS,
                    AT_MOST_A_FIFTH,
                    NOTHING_FOR_SHARING -> false;
        };
    }
}
