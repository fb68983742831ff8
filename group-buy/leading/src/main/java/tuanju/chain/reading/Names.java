package tuanju.chain.reading;

import java.util.List;
import java.util.regex.Pattern;

/** Tells names from the small words around them, from chatter and from places. */
final class Names {

    private static final Pattern BEFORE = Pattern.compile(
            "^(?:[#]|麻烦|请|谢谢|你好|团长|亲|帮忙|预定|预订|订购|下单|报名|接龙|参团|跟团|想要|另外|还有|还要|加上|总共|一共|登记|添加|的|补订|补(?=$|[一二两\\d]))+");
    private static final Pattern BEHIND =
            Pattern.compile("(?:想要|也要|还要|只要|先要|各要|要|预定|预订|订购|订了|订|下单|报名|接龙|参团|跟团|还有|另外|加上|总共|一共|的|:)+$");
    private static final Pattern SPOKEN = Pattern.compile("(?:想|也|还|只|先|再|来|买|拿|带|和|跟|家|收|从|把|将|那)+$");
    private static final Pattern NOTHING = Pattern.compile(
            "(?:要|来|买|拿|补|再|另|和|跟|及|共|的|是|也|收|记|订|与|还|带|想|了|点|个|一|先|都|那|家|从|把|将|份|以及|数量|件|盒|袋|瓶|斤|箱|板|桶)+");
    private static final Pattern SELF = Pattern.compile("我|本人|自己|我们|我自己|俺|我这|我这边|我们家|[帮给]我(?:留|订|带|拿|来|买|加)?|我的");
    private static final Pattern FOR = Pattern.compile("^我?(?:帮|替|代|给)(?<who>[^我].+)$");
    private static final Pattern I_AM = Pattern.compile("^我(?:是|叫)(?<who>.+)$");
    private static final Pattern ASKING = Pattern.compile(
            "[?？]|吗|呢|多少|几[点号个天寸斤只块元]|(\\p{IsHan}{1,2})不\\1|什么|怎么|哪|谁|有没有|能不能|可不可以|行不行|是不是|要不要|还能|求|如何|为啥|咋");
    private static final Pattern TALK = Pattern.compile(
            "给留|帮留|帮我留|还剩|只剩|剩余|剩下|还有|还差|差\\d|还缺|缺货|满\\d|已满|起送|起订|合计|总计|小计|共计|汇总|统计|卖完|售罄|到货|收到|好吃|好甜|不错|谢谢|辛苦|抱歉|不好意思|哈哈|截单|截止|自提"
                    + "|取货|提货|地址|时间|公告|注意|大家|各位|群里|今天|明天|昨天|晚上|上次|上周|下次|这次|那个|这个|就是|因为|所以|但是|已经|刚刚|刚才|刚到|没有|没了|没到|有没|有人|有货|有点|有的"
                    + "|了|吧|啊|哦|呀|嘛|很|太[贵多少大小好甜]|都[有是卖没]|每[人户天次]|最[后近多少]|限[量购时]|包邮|现摘|预计|开团|开始");
    private static final Pattern PUT_ASIDE = Pattern.compile("(?:给|帮|给我|帮我)留");
    private static final Pattern PLACE = Pattern.compile(".*[路街里苑园区村城府庭湾邸墅轩阁]$");
    private static final Pattern WISH =
            Pattern.compile("放|送|挂|不|别|打电话|电话|帮|给|备注|麻烦|大|小|红|甜|熟|生|新鲜|快|晚|早|自|楼|门|车|柜|下班|谢|分开|装|切|去|冰|辣|要");
    private static final String SURNAME = "[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳鲍史唐费岑薛雷贺倪汤滕殷罗毕郝邬"
            + "安常于傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵汪祁毛禹狄米贝明戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁"
            + "邓洪包左石崔吉龚程邢裴陆荣翁焦牧谷车侯宓全班仰秋仲伊宫宁仇甘武符刘景詹龙叶司黎溥白蒲邰赖卓屠蒙池乔阴能苍闻党翟谭贡姬申冉宰雍桑桂边燕尚农温庄晏柴瞿阎连习容向古易廖终居衡步耿满弘匡国文寇广东欧沃利师巩聂关荆游权盖桓公涂肖]";
    private static final String KIN =
            "(?:小?姐姐?|哥哥?|妹妹?|弟弟?|阿?姨|叔叔?|婶|伯|嫂子?|妈妈?|爸爸?|奶奶?|爷爷|婆|公|总|老师|先生|女士|小姐|太太|师傅|医生|大夫|老板|大姐|大哥|大妈|大爷|阿婆|同学|团长)";
    private static final Pattern CALLED = Pattern.compile("(?:" + SURNAME + "|欧阳|司马|上官|诸葛)(?:\\p{IsHan}{1,2}|" + KIN
            + ")|[小老阿大]\\p{IsHan}{1,2}|\\p{IsHan}{1,3}" + KIN + "|(\\p{IsHan})\\1|[A-Za-z][A-Za-z .]{1,12}");
    private static final Pattern INTERJECTION = Pattern.compile(
            "(?:好[的滴哒嘞呀啊]?|嗯+|哦+|哈+|嘻+|是的?|对的?|行|可以|来[了啦]|早|在|有的?|没[有事]?|收到|谢谢|不客气|明白|知道[了啦]?|支持|顶|赞|棒|真?香|OK|ok|Ok|\\p{IsHan}{0,2}好吃)+");
    private static final int LONGEST = 16;

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

    /** A surname with one or two characters, 小王, 红姐, 阿木: a name whatever its characters mean elsewhere. */
    static boolean isCalled(String text) {
        return CALLED.matcher(text).matches();
    }

    /** 好的 alone on a line is nobody. */
    static boolean isInterjection(String text) {
        return INTERJECTION.matcher(text).matches();
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
        return Character.isIdeographic(here) && "要来订买和跟及各的加改不减取退了啊呢吗哦呀啦嘛".indexOf(here) < 0;
    }
}
