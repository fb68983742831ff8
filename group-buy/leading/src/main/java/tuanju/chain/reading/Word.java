package tuanju.chain.reading;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words that people order, pay, change and cancel with. */
enum Word {
    PAID(
            "已付款", "已付钱", "已付", "已转账", "已转", "已支付", "已打款", "已红包", "已发红包", "已微信", "付过了", "付过", "付了", "付好了", "转了", "转过了",
            "转过", "转账了", "款已付", "钱已付", "钱已转", "钱已经付了", "付讫", "微信已转", "微信已付", "微信转了", "微信付了", "支付宝已转", "支付宝已付", "支付宝转了",
            "已结", "已汇款", "已汇", "汇款了", "汇了", "汇过了", "已转帐", "转帐了", "已付清", "付清了", "付清", "已交", "已交钱", "已打", "打过了", "已付过",
            "转好了", "付啦", "转啦", "已经转账", "已经付款", "已经支付", "支付了", "红包已发", "发红包了", "钱转你了", "转你了", "转给你了", "转过去了", "已经付了",
            "已经转了", "paid"),
    UNPAID(
            "未付款", "未付", "没付", "没转", "还没付", "还没转", "待付款", "待付", "稍后付", "晚点付", "晚点转", "到付", "货到付款", "回头付", "回头转", "明天付",
            "明天转", "未转", "unpaid"),
    /** 不要 in front of goods, 不要吐司了. */
    NOT("不要", "不买", "不订", "别要"),
    CANCEL(
            "不要了", "不订了", "不买了", "不接了", "不拿了", "不参加了", "不用了", "取消订单", "取消接龙", "取消了", "取消", "退订", "退单", "退了", "退出", "撤单",
            "撤销", "撤了", "删掉", "删了"),
    SET("改成", "改为", "改到", "改订", "换成", "变成", "调整为", "更正为", "修改为", "→", "改"),
    ADD("再加", "多加", "追加", "加订", "再来", "再要", "再订", "增加", "多要", "加"),
    LESS("减掉", "减少", "少要", "退掉", "减", "少", "退"),
    KEEP("只要", "只留", "只保留", "保留", "留下"),
    EACH("各要", "各来", "各订", "各"),
    EVERY("每样", "每种", "每款", "都要", "全要", "都来", "全部", "全都要"),
    GIFT("赠送", "送", "赠"),
    UNSURE("可能", "大概", "左右", "待定", "看情况", "也许", "或者", "不确定", "最多", "至少", "一样", "先别", "还没想好");

    private static final Map<Character, List<Spelling>> LONGEST_FIRST = Arrays.stream(values())
            .flatMap(word -> word.spellings.stream().map(text -> new Spelling(word, text)))
            .sorted(Comparator.comparing((Spelling spelling) -> -spelling.text().length()))
            .collect(Collectors.groupingBy(spelling -> spelling.text().charAt(0)));

    private final List<String> spellings;

    Word(String... spellings) {
        this.spellings = List.of(spellings);
    }

    boolean isChange() {
        return this == SET || this == ADD || this == LESS || this == CANCEL || this == NOT;
    }

    /** One way to say a word. */
    record Spelling(Word word, String text) {

        boolean standsAt(String line, int at) {
            return line.regionMatches(true, at, text, 0, text.length());
        }

        /** Words of one character, and those for changing amounts, are words only in front of an amount. */
        boolean needsGoods() {
            return switch (word) {
                case SET, ADD, LESS, EACH, GIFT, NOT -> true;
                case PAID, UNPAID, CANCEL, KEEP, EVERY, UNSURE -> false;
            };
        }
    }

    /** The ways to say something that may stand at this place, the longest first. */
    static List<Spelling> at(String text, int at) {
        return LONGEST_FIRST.getOrDefault(Character.toLowerCase(text.charAt(at)), List.of());
    }
}
