package tuanju.pickup;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A building (楼号) on a list. An unknown one comes first, so that nobody overlooks it.
 *
 * @param lane the lane (弄), only where the list spans several; otherwise empty
 * @param number the bare number as on the wall: 86; empty when nobody could read it
 */
public record Building(String lane, String number) implements Comparable<Building> {

    private static final Comparator<Building> ORDER = Comparator.comparing(Building::known)
            .thenComparing(Building::lane, NaturalOrder.OF_DOORS)
            .thenComparing(Building::number, NaturalOrder.OF_DOORS);

    /** What people add to a number and what says nothing: 86号楼, 602室, 500弄. */
    private static final Pattern SUFFIX = Pattern.compile("(?<=[0-9A-Za-z])(号楼|单元|[号栋幢楼室弄#])+[。.]?$");

    public Building {
        lane = bare(lane);
        number = bare(number);
    }

    /** The number without suffix, full-width forms and spaces. */
    public static String bare(String written) {
        var plain = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("\\s+", "");
        return SUFFIX.matcher(plain).replaceFirst("");
    }

    public boolean known() {
        return !number.isEmpty();
    }

    /** As it is called: 86, or 500弄 86 where lanes matter; empty when unknown. */
    public String label() {
        if (!known()) {
            return "";
        }
        return lane.isEmpty() ? number : lane + "弄 " + number;
    }

    @Override
    public int compareTo(Building other) {
        return ORDER.compare(this, other);
    }
}
