package tuanju.household;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tuanju.address.Door;
import tuanju.order.book.OrderSheet;
import tuanju.pickup.Masked;

/**
 * What somebody types to find a household: its door in any spelling, a name or its initials, the last four digits of a
 * phone, a code, or what was ordered. Several words must all fit. Where names are masked, one is found by what is shown of it
 * and by the whole of it.
 */
final class Words {

    private static final int LAST_DIGITS = 4;
    private static final int WHOLE_CODE = 6;
    private static final Pattern SPACES = Pattern.compile("[\\s,，、;；]+");
    private static final Pattern SEAMS = Pattern.compile("号楼|单元|[号栋幢座楼门弄室\\-－—–~～_#.·]");
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");

    private final List<Word> all;

    private Words(List<Word> all) {
        this.all = all;
    }

    static Words of(String typed) {
        return new Words(SPACES.splitAsStream(plain(typed))
                .filter(it -> !it.isEmpty())
                .map(Word::of)
                .toList());
    }

    boolean fit(HouseholdRow row) {
        return all.stream().allMatch(word -> word.fits(row));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /**
     * One word.
     *
     * @param parts the word where it is cut as doors are: 5号楼602 is 5 and 602
     * @param code the word as codes are written
     */
    private record Word(String text, List<String> parts, String code) {

        static Word of(String text) {
            var parts = SEAMS.splitAsStream(text).filter(it -> !it.isEmpty()).toList();
            var code = text.toUpperCase(Locale.ROOT).replaceAll("[\\-_.·]", "");
            return new Word(text, parts, code);
        }

        boolean fits(HouseholdRow row) {
            return fitsDoor(row.at())
                    || row.orders().stream().anyMatch(it -> fitsOrder(it, row.isMasked()))
                    || plain(row.notes()).contains(text)
                    || row.goods().map(Words::plain).anyMatch(it -> it.contains(text));
        }

        /** With seams each part is one of the door's, the last one as far as it is typed; without, all is typed in one. */
        private boolean fitsDoor(Door door) {
            if (parts.isEmpty() || door.saysNothing()) {
                return false;
            }
            var written = Stream.of(
                            List.of(door.lane(), door.building(), door.unit(), door.room()),
                            List.of(door.building(), door.unit(), door.room()),
                            List.of(door.building(), door.room()))
                    .map(Word::named);
            return parts.size() > 1
                    ? written.anyMatch(this::fitsParts)
                    : fitsOne(parts.getFirst(), door) || written.anyMatch(it -> fitsGlued(parts.getFirst(), it));
        }

        private static List<String> named(List<String> parts) {
            return parts.stream().map(Words::plain).filter(it -> !it.isEmpty()).toList();
        }

        private boolean fitsParts(List<String> named) {
            for (int from = 0; from + parts.size() <= named.size(); from++) {
                var these = named.subList(from, from + parts.size());
                if (these.subList(0, these.size() - 1).equals(parts.subList(0, parts.size() - 1))
                        && these.getLast().startsWith(parts.getLast())) {
                    return true;
                }
            }
            return false;
        }

        private static boolean fitsOne(String typed, Door door) {
            return plain(door.building()).equals(typed)
                    || typed.length() > 1 && plain(door.room()).startsWith(typed);
        }

        /** 5602 is 5-602, and so is what is typed of it beyond the building. */
        private static boolean fitsGlued(String typed, List<String> named) {
            return named.size() > 1
                    && typed.length() > named.getFirst().length()
                    && String.join("", named).startsWith(typed);
        }

        private boolean fitsOrder(OrderSheet order, boolean isMasked) {
            return fitsName(plain(isMasked ? Masked.name(order.recipient()) : order.recipient()))
                    || plain(order.recipient()).equals(text)
                    || fitsPhone(order.maskedPhone())
                    || fitsCode(order);
        }

        private boolean fitsName(String name) {
            return name.contains(text) || LETTERS.matcher(text).matches() && Initials.fit(name, text);
        }

        /** 138****5678 is found by its end, and by the whole number. */
        private boolean fitsPhone(String masked) {
            return text.length() == LAST_DIGITS
                    ? masked.endsWith(text)
                    : text.length() == masked.length()
                            && text.startsWith(masked.substring(0, 3))
                            && masked.endsWith(text.substring(text.length() - LAST_DIGITS));
        }

        /** Only whole: whoever types a beginning must not learn how it goes on. */
        private boolean fitsCode(OrderSheet order) {
            var read = code.replace('O', '0').replace('I', '1').replace('L', '1');
            return code.length() >= WHOLE_CODE
                    && (order.pickupCode().equals(read) || order.code().value().equals(code));
        }
    }

    /** Whether anything was typed. */
    boolean isNothing() {
        return all.isEmpty();
    }
}
