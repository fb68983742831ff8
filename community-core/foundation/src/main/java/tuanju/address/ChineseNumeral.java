package tuanju.address;

/** Reads 五百, 八十六 and 八〇一 as 500, 86 and 801. */
public final class ChineseNumeral {

    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumeral() {}

    public static String read(String numeral) {
        var plain = numeral.replaceAll("[〇○]", "零").replace('两', '二');
        return plain.matches(".*[十百千].*") ? Integer.toString(counted(plain)) : spelled(plain);
    }

    private static String spelled(String plain) {
        var digits = new StringBuilder();
        plain.chars().forEach(character -> digits.append(DIGITS.indexOf(character)));
        return digits.toString();
    }

    private static int counted(String plain) {
        int sum = 0;
        int digit = 0;
        for (char character : plain.toCharArray()) {
            int unit = unit(character);
            if (unit == 1) {
                digit = DIGITS.indexOf(character);
            } else {
                sum += Math.max(digit, 1) * unit;
                digit = 0;
            }
        }
        return sum + digit;
    }

    private static int unit(char character) {
        return switch (character) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 1;
        };
    }
}
