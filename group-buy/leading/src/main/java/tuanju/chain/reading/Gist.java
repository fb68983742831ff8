package tuanju.chain.reading;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.ReadChainList.Reason;
import tuanju.chain.reading.ReadChainList.Why;
import tuanju.chain.reading.Sentence.Act;
import tuanju.chain.reading.Sentence.Fault;

/** Decides whether a line is about ordering at all. */
final class Gist {

    private static final Set<Reason> ABOUT_GOODS = EnumSet.of(
            Reason.NO_QUANTITY,
            Reason.NO_PRODUCT,
            Reason.SEVERAL_PRODUCTS,
            Reason.UNKNOWN_PRODUCT,
            Reason.ODD_QUANTITY,
            Reason.UNSURE);
    private static final Pattern HEADING =
            Pattern.compile("^#?\\s?(?:接龙|群接龙|团购接龙)|^#.*接龙|^接龙", Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE =
            Pattern.compile("[^:]*(?:团购|接龙|拼团|开团|秒杀|特卖|清单|菜单)(?:开始[了啦]?|来[了啦])?[!。~ ]*(?:\\([^()]*\\))?");
    private static final Pattern EXAMPLE =
            Pattern.compile("^\\(?\\s?(?:\\d{1,3}\\s?[.、)]\\s?)?(?:例|示例|举例|格式|样例|模板|范例|比如|如:)");
    private static final Pattern SYSTEM = Pattern.compile("撤回了一条|加入了群|移出了群|邀请.*群聊|拍了拍|修改群名|收到红包|领取了");
    private static final Pattern TO_ALL = Pattern.compile("截单|截止|截团|大家|各位|左右到|前后");
    private static final Pattern NOTICE = Pattern.compile(
            "截单|截止|截团|自提[点时地]|取货[点时地]|提货[点时地]|到货|送到|发货|地址|公告|注意|合计|总计|小计|共计|汇总|统计|还剩|只剩|剩余|剩下|还差|还缺|差\\d|已满|满\\d|起送|起订|卖完|售罄|各位|大家|左右到|前后|到了?[，,。!]?$|来取货|来拿货|限[量购]");

    private Gist() {}

    static boolean isAboutGoods(Fault fault) {
        return ABOUT_GOODS.contains(fault.reason());
    }

    static boolean isHeading(String text) {
        return HEADING.matcher(text).find();
    }

    /** Why a line is set aside by what it is, whatever it says; null where it is not. */
    static @Nullable Why known(Sentence said) {
        var text = said.words();
        if (EXAMPLE.matcher(text).find()) {
            return Why.EXAMPLE;
        }
        if (isHeading(text)) {
            return Why.HEADER;
        }
        if (SYSTEM.matcher(text).find()) {
            return Why.SYSTEM;
        }
        return text.codePoints().noneMatch(Character::isLetterOrDigit) ? Why.CHATTER : null;
    }

    /** 水果美食团购 at the head of a list, with or without a number. */
    static boolean isTitle(Sentence said) {
        return TITLE.matcher(said.words()).matches()
                && said.goods().items().isEmpty()
                && said.goods().pieces() == 0
                && said.faults().stream().noneMatch(fault -> fault.reason() == Reason.LOOSE_NUMBER)
                && !said.hasDoor()
                && said.guest().phone().isEmpty();
    }

    /** 张三 21:03, or 张三: alone on a line. */
    static boolean isHeader(Sentence said) {
        boolean colon = said.words().endsWith(":")
                && said.guest().isNamed()
                && said.words().length() <= 20;
        boolean quiet = said.manner().note().isEmpty() && !said.manner().priced();
        return quiet
                && !NOTICE.matcher(said.words()).find()
                && (said.manner().timed() || colon)
                && said.goods().isEmpty()
                && !said.manner().asking()
                && !said.manner().talk();
    }

    /** Why a line that speaks of goods still orders nothing; null when it may. */
    static @Nullable Why ofNoConcern(Sentence said, Guest speaker) {
        if (isPriceList(said, speaker)) {
            return Why.PRICE;
        }
        if (said.isNumbered()) {
            return null;
        }
        boolean order = said.goods().act() == Act.ORDER;
        boolean hedged = said.manner().asking() || said.manner().talk() && order;
        return hedged || order && isMentionOnly(said) ? Why.CHATTER : null;
    }

    /**
     * Why a line that cannot be an order is set aside. Chatter and headings hold nothing of an order; what a leader
     * tells everybody and what somebody asks may speak of goods. Null where it must be asked about.
     */
    static @Nullable Why aside(Sentence said, Why why) {
        boolean nobody = !said.self()
                && !(said.guest().isNamed() && Names.isNameLike(said.guest().name()));
        boolean reached = said.hasDoor() && !said.guest().door().room().isEmpty()
                || !said.guest().phone().isEmpty();
        boolean counted = !said.goods().items().isEmpty() || said.goods().pieces() > 0;
        if (said.words().startsWith("@所有人")) {
            return Why.NOTICE;
        }
        boolean toAll = TO_ALL.matcher(said.words()).find() && !counted && !said.self();
        if (!reached && (toAll || nobody && NOTICE.matcher(said.words()).find())) {
            return Why.NOTICE;
        }
        if (said.manner().asking() && !counted && !reached && !said.hasDoor() && !said.isNumbered()) {
            return Why.QUESTION;
        }
        return said.manner().substance() ? null : why;
    }

    /** A price with a product, and nobody who wants it. */
    private static boolean isPriceList(Sentence said, Guest speaker) {
        boolean one = said.goods().items().stream().allMatch(item -> item.quantity() == 1)
                && said.goods().pieces() <= 1;
        boolean nobody = isTitle(said) || !said.guest().isNamed() && !said.self();
        return said.manner().priced()
                && !said.manner().paid()
                && nobody
                && one
                && said.goods().act() == Act.ORDER
                && (!speaker.isNamed() || said.goods().items().isEmpty());
    }

    /** Names of products without a number, said by nobody in particular or in a longer text. */
    private static boolean isMentionOnly(Sentence said) {
        boolean bare = said.goods().items().isEmpty()
                && said.goods().pieces() == 0
                && !said.goods().bare().isEmpty();
        boolean odd = said.faults().stream().anyMatch(fault -> fault.reason() == Reason.ODD_QUANTITY);
        boolean name = said.guest().isNamed()
                && Names.isNameLike(said.guest().name())
                && said.manner().note().isEmpty();
        return bare && !odd && !name && !said.hasDoor() && !said.self();
    }
}
