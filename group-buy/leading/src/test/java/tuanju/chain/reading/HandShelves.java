package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What groups sell, for lists that are made up. A part of a name that people use stands behind a bar. */
final class HandShelves {

    private HandShelves() {}

    static List<List<ChainProduct>> all() {
        return List.of(
                shelf("土鸡蛋/30枚"),
                shelf("火龙果/个", "土鸡蛋/30枚"),
                shelf("红富士苹果/5斤装", "秋月梨/3斤装", "阳光玫瑰葡萄/2斤/串", "土鸡蛋/30枚", "五常大米/10斤装"),
                shelf("奶酪/原味", "奶酪/水果味", "全麦吐司/450g"),
                shelf("鲜肉小笼/10只", "葱油饼/2张", "皮蛋瘦肉粥/1碗", "茶叶蛋/3个", "烧麦/6只"),
                shelf("酸奶/草莓味", "酸奶/蓝莓味", "酸奶/原味"),
                shelf("海南荔枝/5斤", "云南蓝莓/125g*6盒", "贵妃芒果/5斤装", "烟台樱桃/2斤装"),
                shelf("挪威三文鱼/200g", "乳山生蚝/10只装", "手打鱼丸/1斤", "基围虾/500g"),
                shelf("午餐/", "晚餐/"),
                shelf("低温鲜牛奶/950ml", "马苏里拉芝士/200g", "手工馒头/10个", "红糖发糕/1块", "现磨豆浆/1升"),
                shelf("凤梨酥/盒", "绿豆糕/10块", "蛋黄酥/6枚"),
                shelf("土鸡蛋/30枚", "土鸡蛋/15枚", "老母鸡/1只"));
    }

    private static List<ChainProduct> shelf(String... products) {
        var shelf = new ArrayList<ChainProduct>();
        for (var product : products) {
            var parts = product.split("/", 2);
            shelf.add(new ChainProduct(new UUID(1, shelf.size()), parts[0], parts[1], null));
        }
        return List.copyOf(shelf);
    }

    /** Words that people say for a product where only it can be meant. */
    static List<String> shortNames(ChainProduct product, List<ChainProduct> shelf) {
        var name = product.name();
        return Arrays.asList(name.substring(name.length() - 2), name.substring(0, 2)).stream()
                .filter(part -> name.length() > 2)
                .filter(part -> shelf.stream()
                                .filter(other -> other.name().contains(part))
                                .count()
                        == 1)
                .filter(part -> !part.matches("手工|手打|现磨|土鸡|老母|海南|云南|挪威|低温|全麦|鲜肉"))
                .toList();
    }

    static boolean isOneOfAName(ChainProduct product, List<ChainProduct> shelf) {
        return shelf.stream()
                        .filter(other -> other.name().equals(product.name()))
                        .count()
                > 1;
    }
}
