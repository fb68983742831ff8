package tuanju.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What goods without a picture are drawn as: their kind, read from the words of their name. */
enum TileKind {
    POULTRY(
            28,
            "<path class='a' d='M132 262c0-74 58-118 118-118 52 0 98 36 98 92 0 62-52 104-112 104-58 0-104-30-104-78z'/>"
                    + "<path class='b' d='M300 176c26-24 58-30 78-12 14 12 14 30 2 40 12 10 10 30-8 34-18 6-34-4-40-18z'/>"
                    + "<path class='c' d='M176 262c10-40 50-60 92-52-8 44-44 70-92 52z'/>",
            "鸡腿 鸡翅 三黄鸡 土鸡 老母鸡 乌鸡 鸡 鸭 鹅 鸽 chicken duck"),
    EGGS(
            24,
            "<ellipse class='a' cx='186' cy='252' rx='62' ry='80'/><ellipse class='b' cx='294' cy='252' rx='62' ry='80'/>"
                    + "<ellipse class='c' cx='240' cy='286' rx='62' ry='76'/>",
            "蛋 egg"),
    SEAFOOD(
            200,
            "<path class='a' d='M112 244c48-74 148-84 208-22l56-42c-10 44-10 84 0 128l-56-42c-60 62-160 52-208-22z'/>"
                    + "<circle class='d' cx='172' cy='230' r='12'/><path class='e' d='M224 196c22 28 22 68 0 96'"
                    + " stroke-width='10'/>",
            "鱼 虾 蟹 贝 蛤 鱿 海鲜 带鱼 fish shrimp crab seafood"),
    MEAT(
            4,
            "<path class='a' d='M128 236c0-58 60-96 126-96 60 0 104 32 104 84 0 66-62 116-128 116-58 0-102-44-102-104z'/>"
                    + "<path class='c' d='M168 236c0-36 40-60 84-60 38 0 66 18 66 50 0 42-42 74-84 74-38 0-66-26-66-64z'/>"
                    + "<circle class='d' cx='214' cy='238' r='22'/>",
            "猪 牛肉 羊 排骨 五花 肉 腊肠 香肠 火腿 pork beef lamb meat"),
    FLOWERS(
            340,
            "<path class='d' d='M232 250h16v118h-16z'/><circle class='a' cx='240' cy='164' r='40'/><circle class='a' cx='176' cy='210' r='40'/>"
                    + "<circle class='a' cx='304' cy='210' r='40'/><circle class='a' cx='202' cy='272' r='40'/>"
                    + "<circle class='a' cx='278' cy='272' r='40'/><circle class='b' cx='240' cy='220' r='34'/>",
            "花束 鲜花 玫瑰花 百合花 绿植 盆栽 月季 康乃馨 flower plant"),
    BREAD(
            30,
            "<path class='a' d='M124 216c0-50 52-72 116-72s116 22 116 72c0 22-12 38-28 46v74H152v-74c-16-8-28-24-28-46z'/>"
                    + "<path class='e' d='M176 190c30-16 98-16 128 0' stroke-width='12'/>",
            "吐司 面包 糕 饼 包子 馒头 饺 馄饨 汤圆 粽 bread cake"),
    GRAIN(
            40,
            "<path class='a' d='M166 160h148l26 168c2 14-8 26-22 26H162c-14 0-24-12-22-26z'/>"
                    + "<path class='b' d='M186 118h108l20 42H166z'/><ellipse class='c' cx='240' cy='258' rx='46' ry='56'/>",
            "米 面 粉 粮 燕麦 豆子 杂粮 rice flour noodle grain"),
    OIL(
            38,
            "<path class='b' d='M212 112h56v44h-56z'/><path class='a' d='M198 156h84l26 60v118c0 12-10 22-22 22h-92c-12 0-22-10-22-22V216z'/>"
                    + "<path class='c' d='M198 232h84v72h-84z'/>",
            "油 酱 醋 盐 糖 蜂蜜 调料 oil sauce honey"),
    DRINKS(
            26,
            "<path class='a' d='M176 150h128l-16 188c0 10-8 18-18 18h-60c-10 0-18-8-18-18z'/>"
                    + "<path class='c' d='M182 214h116l-10 116h-96z'/><path class='d' d='M258 96l16 6-20 60h-16z'/>",
            "奶 豆浆 酸奶 果汁 饮料 茶 咖啡 酒 水 milk juice tea coffee drink"),
    FRUIT(
            10,
            "<path class='a' d='M240 178c34-28 104-16 104 62 0 66-46 112-78 112-12 0-16-6-26-6s-14 6-26 6c-32 0-78-46-78-112 0-78 70-90 104-62z'/>"
                    + "<path class='d' d='M236 178c-2-26 6-48 26-62l10 8c-16 14-22 32-20 54z'/>"
                    + "<path class='b' d='M262 142c14-24 42-32 64-22-10 24-38 34-64 22z'/>",
            "果 苹果 梨 桃 橙 橘 柑 柚 葡萄 莓 樱桃 李子 杏 枣 荔枝 芒 蕉 瓜果 西瓜 哈密瓜 石榴 柿 猕猴桃 fruit apple"),
    VEGETABLES(
            110,
            "<path class='b' d='M232 250c-40-12-74-50-66-96 40-8 72 14 82 48 6-44 36-76 78-78 8 46-16 86-58 100 34-6 68 10 80 40-30 24-70 20-96-2z'/>"
                    + "<path class='a' d='M212 250h56l-16 104h-24z'/>",
            "菜 菇 菌 瓜 茄 豆 椒 葱 蒜 姜 笋 藕 土豆 番薯 红薯 萝卜 玉米 山药 芋 vegetable greens"),
    SNACKS(
            42,
            "<path class='a' d='M150 132h180v216H150z'/><path class='b' d='M150 132h180l-14 30 14 0H150l14 0z'/>"
                    + "<circle class='c' cx='240' cy='246' r='50'/>",
            "零食 坚果 瓜子 花生 薯片 巧克力 糖果 肉干 snack nut chocolate"),
    HOUSEHOLD(
            195,
            "<path class='a' d='M156 190h168v150c0 10-8 18-18 18H174c-10 0-18-8-18-18z'/>"
                    + "<ellipse class='b' cx='240' cy='190' rx='84' ry='32'/><ellipse class='c' cx='240' cy='190' rx='28' ry='11'/>",
            "纸 洗 皂 牙 毛巾 拖把 垃圾袋 清洁 家居 日用 tissue soap"),
    BASKET(
            28,
            "<path class='b' d='M164 214c0-52 32-88 76-88s76 36 76 88h-24c0-38-22-64-52-64s-52 26-52 64z'/>"
                    + "<path class='a' d='M124 210h232l-26 132c-2 10-10 16-20 16H170c-10 0-18-6-20-16z'/>"
                    + "<path class='c' d='M176 246h16l8 78h-16zM232 246h16v78h-16zM288 246h16l-8 78h-16z'/>",
            "");

    private static final int MOST_LETTERS = 16;

    private final int hue;
    private final String shapes;
    private final List<String> words;

    TileKind(int hue, String shapes, String words) {
        this.hue = hue;
        this.shapes = shapes;
        this.words = words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    /** What goods of this name are: the last word that is known says it, as in 鸡蛋; of those that end together the longest. */
    static TileKind of(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var found = BASKET;
        int best = 0;
        for (var kind : values()) {
            int weight = kind.weightIn(lower);
            if (weight > best) {
                best = weight;
                found = kind;
            }
        }
        return found;
    }

    /** The kind of this address; a basket for every other. */
    static TileKind at(String slug) {
        return Arrays.stream(values())
                .filter(it -> it.slug().equals(slug))
                .findFirst()
                .orElse(BASKET);
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In the colours of what it is. */
    String drawn() {
        var warm = Tiles.colour(hue, 58, 64);
        var light = Tiles.colour(hue, 66, 80);
        var dark = Tiles.colour(hue, 46, 44);
        return shapes.replace("class='a'", "fill='" + warm + "'")
                .replace("class='b'", "fill='" + dark + "'")
                .replace("class='c'", "fill='" + light + "' stroke='" + light + "'")
                .replace("class='d'", "fill='" + dark + "'")
                .replace("class='e'", "fill='none' stroke='" + dark + "'");
    }

    private int weightIn(String name) {
        return words.stream()
                .filter(name::contains)
                .mapToInt(it -> (name.lastIndexOf(it) + it.length()) * MOST_LETTERS + it.length())
                .max()
                .orElse(0);
    }
}
