package tuanju.chain.reading;

import java.util.List;
import java.util.regex.Pattern;

/** Tells names from the small words around them, from chatter and from places. */
final class Names {

    private static final Pattern BEFORE =
            Pattern.compile("^(?:[#]|麻烦|请|谢谢|你好|团长|亲|帮忙|预定|预订|订购|下单|报名|接龙|参团|跟团|想要|另外|还有|还要|加上|总共|一共|登记|添加)+");
    private static final Pattern BEHIND =
            Pattern.compile("(?:想要|也要|还要|只要|先要|各要|要|预定|预订|订购|订了|订|下单|报名|接龙|参团|跟团|还有|另外|加上|总共|一共|的|:)+$");
    private static final Pattern SPOKEN = Pattern.compile("(?:想|也|还|只|先|再|来|买|拿|带|和|跟|家|收|从|把|将|那)+$");
    private static final Pattern NOTHING =
            Pattern.compile("(?:要|来|买|拿|再|另|和|跟|及|共|的|是|也|收|记|订|与|还|带|想|了|点|个|一|先|都|那|家|从|把|将|份|以及|数量|件)+");
    private static final Pattern SELF = Pattern.compile("我|本人|自己|我们|我自己|俺|我这|我这边|我们家|帮我|给我|我的");
    private static final Pattern FOR = Pattern.compile("^我?(?:帮|替|代|给)(?<who>[^我].+)$");
    private static final Pattern I_AM = Pattern.compile("^我(?:是|叫)(?<who>.+)$");
    private static final Pattern ASKING =
            Pattern.compile("[?？]|吗|呢|多少|几[点号个天]|什么|怎么|哪|谁|有没有|能不能|可不可以|行不行|是不是|要不要|还能|求|如何|为啥|咋");
    private static final Pattern TALK = Pattern.compile(
            "给留|帮留|帮我留|还剩|只剩|剩余|剩下|还有|还差|差\\d|还缺|缺货|满\\d|已满|起送|起订|合计|总计|小计|共计|汇总|统计|卖完|售罄|到货|收到|好吃|好甜|不错|谢谢|辛苦|抱歉|不好意思|哈哈|截单|截止|自提"
                    + "|取货|提货|地址|时间|公告|注意|大家|各位|群里|今天|明天|昨天|晚上|上次|上周|下次|这次|那个|这个|就是|因为|所以|但是|已经|刚刚|刚才|刚到|没有|没了|没到|有没|有人|有货|有点|有的"
                    + "|了|吧|啊|哦|呀|嘛|很|太[贵多少大小好甜]|都[有是卖没]|每[人户天次]|最[后近多少]|限[量购时]|包邮|现摘|预计|开团|开始");
    private static final Pattern PUT_ASIDE = Pattern.compile("(?:给|帮|给我|帮我)留");
    private static final Pattern PLACE = Pattern.compile(".*[路街里苑园区村城府庭湾邸墅轩阁]$");
    private static final Pattern WISH =
            Pattern.compile("放|送|挂|不|别|打电话|电话|帮|给|备注|麻烦|大|小|红|甜|熟|生|新鲜|快|晚|早|自|楼|门|车|柜|下班|谢|分开|装|切|去|冰|辣|要");
    private static final int LONGEST = 10;

    private Names() {}

    /**
     * What is left of a text without the small words at its ends.
     *
     * @param listed it stands on a numbered list, where people write names and not sentences
     */
    static String bare(String text, boolean listed) {
        var begun = BEFORE.matcher(text.strip()).replaceFirst("");
        var name = BEHIND.matcher(listed && begun.isEmpty() ? text : begun)
                .replaceFirst("")
                .strip();
        var spoken = listed || name.length() < 2 ? name : SPOKEN.matcher(name).replaceFirst("");
        return NOTHING.matcher(spoken).matches() ? "" : spoken;
    }

    static boolean isSelf(String text) {
        return SELF.matcher(bare(text, false)).matches()
                || SELF.matcher(text.strip()).matches();
    }

    /** 李四 in 帮李四带 and in 我是李四. */
    static String meant(String text, boolean listed) {
        var bare = bare(text, listed);
        for (var pattern : List.of(I_AM, FOR)) {
            var found = pattern.matcher(bare);
            if (found.matches()) {
                return bare(found.group("who"), false);
            }
        }
        return bare;
    }

    /** Whether a text could be a name where nothing else says that it is one. */
    static boolean isNameLike(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && !TALK.matcher(name).find()
                && !ASKING.matcher(name).find();
    }

    static boolean isAsking(String text) {
        return ASKING.matcher(text).find();
    }

    /** 给我留一份 may be an order or a wish for the next time. */
    static boolean isPutAside(String text) {
        return PUT_ASIDE.matcher(text).find();
    }

    static boolean isTalk(String text) {
        return TALK.matcher(text).find();
    }

    /** Whether a text behind the goods is a wish about them rather than a name. */
    static boolean isWish(String text) {
        return WISH.matcher(text).find();
    }

    static boolean isPlace(String text) {
        return PLACE.matcher(text).matches();
    }

    /** A character that says what a thing is, 包 behind 小笼, and not whose mother somebody is. */
    static boolean isThing(char character) {
        return Character.isIdeographic(character) && "妈姐哥爸叔姨爷奶婆公伯妹弟嫂总老要来订买和跟及各的加改不减取退".indexOf(character) < 0;
    }

    /** Whether a name may go on here: 妈 behind 苹果. */
    static boolean goesOn(String text, int at) {
        char here = text.charAt(at);
        return Character.isIdeographic(here) && "要来订买和跟及各的加改不减取退".indexOf(here) < 0;
    }
}
