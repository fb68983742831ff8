package tuanju.referral;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** Holds what members say to win others against the law before anybody reads it (C-10): words that promise pay for people. */
final class LegalWords {

    private static final Map<LegalRule, String> FORBIDDEN = Map.of(
            LegalRule.ONE_LEVEL,
            "二级(分销|佣金|代理)|三级(分销|佣金|代理)|多级分销|下级的?佣金|间接佣金|(second|two|three|multi)[- ]?(level|tier) (commission|reward)",
            LegalRule.NOTHING_FOR_RECRUITING,
            "发展下线|招下线|我的下线|拉人头|拉新(返现|奖励|有奖)|邀请返现|躺赚|静态收益|裂变(赚|收益)|pay for recruit|downline",
            LegalRule.NO_ENTRY_FEE,
            "入门费|加盟费|代理费|会员费.{0,6}(赚|返)|交.{0,6}(元|块).{0,6}(成为|开通)(代理|店主)|joining fee|entry fee",
            LegalRule.NOTHING_BY_TEAM,
            "团队业绩|团队(提成|奖|计酬)|级差|team bonus|override",
            LegalRule.NOTHING_FOR_SHARING,
            "(转发|分享)(即|就|可|能)?(返现|领钱|领红包|赚钱)");

    private LegalWords() {}

    /** The rule that a text breaks by what it promises, the gravest first; empty for one that may be read. */
    static Optional<LegalRule> broken(String text) {
        var read = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Cf}·.,，。、_*-]+", " ");
        var together = read.replace(" ", "");
        return FORBIDDEN.entrySet().stream()
                .filter(it -> holds(read, it) || holds(together, it))
                .map(Entry::getKey)
                .sorted()
                .findFirst();
    }

    private static boolean holds(String text, Entry<LegalRule, String> words) {
        return java.util.regex.Pattern.compile(words.getValue()).matcher(text).find();
    }
}
