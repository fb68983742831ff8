package tuanju.chain.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tuanju.address.Neighbourhood;
import tuanju.chain.reading.ChainListReader.Context;

/** Pastes with the expectation for each of their lines, read from a file that people can read, too. */
final class Corpus {

    private static final Pattern BEGINNING = Pattern.compile("\\[(\\w+)(?: self (\\S+))?](.*)");

    static final Map<String, List<ChainProduct>> SHELVES = Map.ofEntries(
            shelf("fruit", "红富士苹果/5斤装", "秋月梨/3斤装", "阳光玫瑰葡萄/2斤/串", "土鸡蛋/30枚", "五常大米/10斤装"),
            shelf("grapes", "阳光玫瑰葡萄/2斤"),
            shelf("kitchen", "荠菜猪肉水饺/", "三鲜水饺/", "黑猪五花肉/斤", "黑猪肋排/斤", "嫩豆腐/", "A2牛奶/", "小青菜/"),
            shelf("market", "贵妃芒果/5斤装", "烟台苹果/5斤", "云南蓝莓/125g*6盒", "鲜牛奶/950ml", "手工馒头/6只装", "大闸蟹/8只礼盒"),
            shelf("bakery", "全麦吐司/450g", "蔓越莓贝果/4只", "老式蛋糕/6寸", "原味酸奶/6杯装", "手冲咖啡豆/227g"),
            shelf("seafood", "鲜活基围虾/500g", "挪威三文鱼/200g", "乳山生蚝/10只装", "手打鱼丸/1斤", "干海带结/袋"),
            shelf("farm", "农家土鸡/1只", "散养鸭蛋/20枚", "本地番茄/3斤", "高山娃娃菜/4颗", "水果玉米/6根", "有机胡萝卜/2斤"),
            shelf("dairy", "低温鲜牛奶/950ml", "原味酸奶/8杯", "马苏里拉芝士/200g", "手工馒头/10个", "红糖发糕/1块", "现磨豆浆/1升"),
            shelf("snacks", "手剥笋/250g", "卤牛肉/半斤", "泡椒凤爪/300g", "原味瓜子/500g", "烤鳕鱼片/100g"),
            shelf("breakfast", "鲜肉小笼/10只", "葱油饼/2张", "皮蛋瘦肉粥/1碗", "茶叶蛋/3个", "烧麦/6只", "黑米粽/2只"),
            shelf("picnic", "酱牛肉/250g", "手撕面包/个", "冰糖橙/5斤", "金枪鱼饭团/原味", "金枪鱼饭团/辣味", "椰子水/330ml"),
            shelf("autumn", "大闸蟹/公蟹4两", "大闸蟹/母蟹3两", "桂花糕/6块", "东北大米/10斤", "冻干秋葵/袋", "柚子茶/1罐"),
            shelf("eggs", "鸡蛋/30枚"),
            shelf("pitaya", "火龙果/个", "鸡蛋/30枚"),
            shelf("taipei", "雞蛋/30枚", "鳳梨酥/盒"),
            shelf("meals", "午餐/", "晚餐/"),
            shelf("cheese", "奶酪/原味", "奶酪/水果味"));

    private Corpus() {}

    /** One paste. */
    record Paste(String shelf, String self, String title, List<String> lines, List<String> expected) {

        Context context() {
            return new Context(SHELVES.get(shelf), Neighbourhood.UNKNOWN, self, List.of());
        }

        String text() {
            return String.join("\n", lines);
        }
    }

    static List<Paste> of(String file) {
        var pastes = new ArrayList<Paste>();
        for (var line : text(file).lines().toList()) {
            var beginning = BEGINNING.matcher(line);
            int arrow = line.startsWith("# ") ? -1 : line.lastIndexOf(" => ");
            if (beginning.matches() && arrow < 0) {
                var self = beginning.group(2) == null ? "" : beginning.group(2);
                pastes.add(new Paste(
                        beginning.group(1), self, beginning.group(3).strip(), new ArrayList<>(), new ArrayList<>()));
            } else if (arrow > 0) {
                pastes.getLast().lines().add(line.substring(0, arrow));
                pastes.getLast().expected().add(line.substring(arrow + 4).strip());
            }
        }
        return pastes;
    }

    private static Map.Entry<String, List<ChainProduct>> shelf(String name, String... products) {
        var shelf = new ArrayList<ChainProduct>();
        for (var product : products) {
            var parts = product.split("/", 2);
            shelf.add(new ChainProduct(new UUID(1, shelf.size()), parts[0], parts[1], null));
        }
        return Map.entry(name, List.copyOf(shelf));
    }

    static String text(String file) {
        try (var stream = Corpus.class.getResourceAsStream("/chain/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("No corpus " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
