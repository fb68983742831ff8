package tuanju.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tuanju.money.Money;
import tuanju.referral.LegalGuard.Favour;
import tuanju.referral.Scheme.Base;
import tuanju.referral.Scheme.Gate;
import tuanju.referral.Scheme.GrowsBy;
import tuanju.referral.Scheme.PaysFor;
import tuanju.referral.Scheme.Reward;

/** Ways of paying people, told as they are found in shops and in judgments, each with what the law says of it. */
@DisplayName("C-01 to C-12 schemes, legal and not")
class SchemesTest {

    private static final String LEGAL = "legal";

    /** @param source the law, the case or the practice it is told after */
    record Told(String scheme, String verdict, String source, Scheme what) {
        @Override
        public String toString() {
            return scheme + ": " + verdict + " (" + source + ")";
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    @DisplayName("the verdict")
    void theVerdict(Told told) {
        assertThat(LegalGuard.broken(told.what()).map(LegalRule::getId).orElse(LEGAL))
                .isEqualTo(told.verdict());
    }

    @Test
    @DisplayName("a rule's word stands for a scheme, and nobody can name one that is not known")
    void words() {
        assertThat(List.of("person", "product", "category", "referralTier", "community"))
                .allSatisfy(it -> assertThat(Scheme.named(it, 800).flatMap(LegalGuard::broken))
                        .isEmpty());
        assertThat(List.of(
                        "level2", "indirect", "team", "recruits", "registration", "invite", "share", "spend", "plan"))
                .allSatisfy(it -> assertThat(Scheme.named(it, 800).flatMap(LegalGuard::broken))
                        .isPresent());
        assertThat(Scheme.named("everything", 800)).isEqualTo(Optional.empty());
    }

    @Test
    @DisplayName("C-17 C-18 C-20 what buyers are given has a law as well, and each rule names it in both languages")
    void favours() {
        assertThat(LegalGuard.broken(Favour.price(3_000))).isEmpty();
        assertThat(LegalGuard.broken(Favour.price(3_001))).contains(LegalRule.PRICES_STAY_REAL);
        assertThat(LegalGuard.broken(Favour.coupon(true))).isEmpty();
        assertThat(LegalGuard.broken(Favour.coupon(false))).contains(LegalRule.GIFTS_ARE_LIMITED);
        assertThat(LegalGuard.broken(plan(100_000, 366, ""))).isEmpty();
        assertThat(LegalGuard.broken(plan(100_001, 366, ""))).contains(LegalRule.PREPAID_GOES_BACK);
        assertThat(LegalGuard.broken(plan(100_000, 367, ""))).contains(LegalRule.PREPAID_GOES_BACK);
        assertThat(LegalGuard.broken(plan(100, 7, "earning"))).contains(LegalRule.NO_ENTRY_FEE);
        assertThat(LegalGuard.broken(Scheme.invite(true, true))).isEmpty();
        assertThat(LegalGuard.broken(Scheme.invite(false, true))).contains(LegalRule.NOTHING_FOR_RECRUITING);
        assertThat(LegalGuard.broken(Scheme.invite(true, false))).contains(LegalRule.NOTHING_FOR_RECRUITING);
    }

    private static Favour plan(long fen, int days, String opens) {
        return new Favour(500, true, Money.ofFen(fen), days, opens);
    }

    static Stream<Told> all() {
        return Stream.of(
                told("8 % to the direct referrer", LEGAL, "禁止传销条例 art. 7 e contrario", sale()),
                told(
                        "10 % from 50 own referred completed orders",
                        LEGAL,
                        "own sales",
                        sale().growing(GrowsBy.OWN_DIRECT_ORDERS).at(1_000)),
                told("a higher rate for few complaints", LEGAL, "own service", sale().growing(GrowsBy.SERVICE_QUALITY)),
                told("a rate for fruit", LEGAL, "own sales", sale().at(1_200)),
                told("terms to accept first", LEGAL, "C-10", sale().behind(Gate.TERMS)),
                told("20 % with the leader's fee", LEGAL, "C-08", sale().at(2_000)),
                told("10 % for handing over at one's own point", LEGAL, "community group buying", fee(1_000)),
                told("a supplier's 70 %", LEGAL, "a sale of goods", supplier()),
                told(
                        "a coupon for both after the friend's first order, capped",
                        LEGAL,
                        "买一赠一, capped",
                        invite(Reward.COUPON, true)),
                told("commission withheld for own purchases", LEGAL, "no rebate in disguise", sale()),
                told(
                        "3 % on the sales of those one recruited",
                        "C-01",
                        "重庆宝月窖藏 2022",
                        sale().paying(PaysFor.SALE_OF_RECRUIT).at(300)),
                told("12 % own and 3 % above: two levels", "C-01", "巴南区 ¥5,000 fine", sale().up(2)),
                told("three levels", "C-01", "刑法 224-1; 公通字〔2013〕37 号", sale().up(3)),
                told(
                        "51 levels, ¥99 to upgrade",
                        "C-01",
                        "花生日记, 穗工商处字〔2019〕13 号",
                        sale().up(51).behind(Gate.FEE)),
                told(
                        "直推 and 间推 with promotion by spend",
                        "C-01",
                        "广州白云区 2023",
                        sale().up(2).growing(GrowsBy.OWN_SPEND)),
                told("¥10 for each who registers", "C-02", "art. 7 (1)", sale().paying(PaysFor.JOINING)),
                told("¥200 for each recruited leader", "C-02", "art. 7 (1)", sale().paying(PaysFor.RECRUITING)),
                told(
                        "goods for each who joins",
                        "C-02",
                        "art. 7 (1): pay includes goods",
                        sale().paying(PaysFor.JOINING).giving(Reward.GOODS)),
                told(
                        "points for each who joins",
                        "C-02",
                        "art. 7 (1): any benefit",
                        sale().paying(PaysFor.JOINING).giving(Reward.POINTS)),
                told("cash after the friend's first order", "C-02", "money for inviting", invite(Reward.MONEY, true)),
                told("coupons for invitations without end", "C-02", "not capped", invite(Reward.COUPON, false)),
                told("10 % after three recruits", "C-02", "art. 7 (1)", sale().growing(GrowsBy.RECRUITS)),
                told("earning opens with five recruits", "C-02", "art. 7 (1)", sale().behind(Gate.RECRUITS)),
                told("1 % a day for waiting", "C-02", "静态收益", sale().paying(PaysFor.WAITING)),
                told("¥99 to become a referrer", "C-03", "art. 7 (2)", sale().behind(Gate.FEE)),
                told("a deposit that comes back", "C-03", "art. 7 (2)", sale().behind(Gate.DEPOSIT)),
                told("a course to buy first", "C-03", "art. 7 (2)", sale().behind(Gate.COURSE)),
                told(
                        "a starter pack of goods",
                        "C-03",
                        "art. 7 (2): goods as a disguised fee",
                        sale().behind(Gate.OWN_PURCHASE)),
                told("¥500 of own spending before earning", "C-03", "art. 7 (2)", sale().behind(Gate.SPEND)),
                told("1,000 points before earning", "C-03", "a gate of spend in disguise", sale().behind(Gate.POINTS)),
                told("earning for paying members alone", "C-03", "云集 before 2019", sale().behind(Gate.PLAN)),
                told("a higher rate for own spending", "C-03", "平市监处字〔2020〕6 号", sale().growing(GrowsBy.OWN_SPEND)),
                told("a higher rate for paying members", "C-03", "art. 7 (2)", sale().growing(GrowsBy.PLAN)),
                told("5 % of the team's turnover", "C-04", "art. 7 (3) 团队计酬", sale().paying(PaysFor.TEAM_SALES)),
                told("a rank by the team's turnover", "C-04", "art. 7 (3)", sale().growing(GrowsBy.TEAM_SALES)),
                told("8 % of freight", "C-06", "no goods", sale().of(Base.FREIGHT)),
                told("8 % of what was topped up", "C-06", "非银行支付条例", sale().of(Base.TOP_UP)),
                told("8 % also of what was returned", "C-06", "消费者权益保护法 art. 25", sale().of(Base.GOODS_REFUNDED_TOO)),
                told("35 % of the goods", "C-08", "prices stay real", sale().at(3_500)),
                told("a red packet for forwarding to a group", "C-12", "微信外部链接内容管理规范", sale().paying(PaysFor.SHARING)));
    }

    private static Told told(String scheme, String verdict, String source, Scheme what) {
        return new Told(scheme, verdict, source, what);
    }

    private static Scheme sale() {
        return Scheme.named("community", 800).orElseThrow();
    }

    private static Scheme fee(int points) {
        return sale().paying(PaysFor.HANDING_OVER).at(points);
    }

    private static Scheme supplier() {
        return sale().paying(PaysFor.DELIVERING).at(7_000);
    }

    private static Scheme invite(Reward reward, boolean capped) {
        return new Scheme(PaysFor.FIRST_ORDER, 1, Gate.NONE, GrowsBy.NOTHING, reward, 0, Base.NOTHING, capped);
    }
}
