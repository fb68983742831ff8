package tuanju.search;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Chinese characters as people mean them: traditional and simplified alike, and how they are read. Both from Unicode's own tables
 * (ICU); beside the one reading it knows of a character, the others that goods, places and names are read with.
 */
final class Han {

    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;

    /** Other readings, from Xinhua Zidian, of characters that stand in names of goods, streets and people. */
    private static final Map<Character, List<String>> ALSO =
            also("重chong 行hang 长zhang 乐yue 单shan 曾zeng 薄bo 便pian 参shen 虾ha 都du 朝zhao 调tiao 传zhuan 弹tan 壳qiao 血xie"
                    + " 还huan 藏zang 会kuai 解xie 区ou 仇qiu 朴piao 查zha 盖ge 任ren 华hua 宿xiu 率lv 绿lv 女nv 吕lv 驴lv 律lv"
                    + " 旅lv 铝lv 角jue 剥bao 柏bo 熟shou 晒shai 炸zha 煲bao 芋yu 糯nuo 石dan 和huo 种chong 蔓wan 嚼jue 肉rou");

    private final Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
    private final Transliterator latin = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    private final Map<Character, String> alike = new HashMap<>();
    private final Map<Character, Character> plain = new HashMap<>();
    private final Map<Character, List<String>> readings = new ConcurrentHashMap<>();

    private Han() {
        IntStream.rangeClosed(FIRST, LAST).forEach(it -> {
            char written = (char) it;
            var folded = simplified.transliterate(String.valueOf(written));
            if (folded.length() == 1 && folded.charAt(0) != written) {
                plain.put(written, folded.charAt(0));
                alike.merge(folded.charAt(0), String.valueOf(written), String::concat);
            }
        });
    }

    /** Read once, when somebody first looks for something. */
    static Han get() {
        return Holder.ONE;
    }

    static boolean isHan(char letter) {
        return letter >= FIRST && letter <= LAST;
    }

    /** In simplified characters and lower case, of the same length, so that a place in it is the same place in the text. */
    String fold(String text) {
        var folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(text.charAt(i));
        }
        return new String(folded);
    }

    private char fold(char letter) {
        char narrow = letter >= '！' && letter <= '～' ? (char) (letter - '！' + '!') : letter;
        return plain.getOrDefault(narrow, Character.toLowerCase(narrow));
    }

    /** A simplified character and all that mean it in traditional writing. */
    String alike(char folded) {
        return folded + alike.getOrDefault(folded, "");
    }

    /** How a character may be read, without tones; itself in lower case where it is not Chinese. */
    List<String> readings(char letter) {
        return readings.computeIfAbsent(fold(letter), this::read);
    }

    private List<String> read(char folded) {
        if (!isHan(folded)) {
            return List.of(String.valueOf(folded));
        }
        var all = new ArrayList<String>();
        all.add(latin.transliterate(String.valueOf(folded))
                .toLowerCase(Locale.ROOT)
                .strip());
        ALSO.getOrDefault(folded, List.of()).stream()
                .filter(it -> !all.contains(it))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static Map<Character, List<String>> also(String table) {
        var found = new HashMap<Character, List<String>>();
        for (var entry : table.split(" ")) {
            found.merge(entry.charAt(0), List.of(entry.substring(1)), (one, other) -> {
                var both = new ArrayList<>(one);
                both.addAll(other);
                return both;
            });
        }
        return Map.copyOf(found);
    }

    private static final class Holder {
        private static final Han ONE = new Han();
    }
}
