package tuanju.member;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.regex.Pattern;
import tuanju.command.Invalid;

/** A mobile number of mainland China: eleven digits, without +86. */
@Embeddable
public record Phone(@Column(name = "phone") String digits) implements Serializable {

    private static final Pattern VALID = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\-‐-―−.()]");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+|00)?86(?=1[0-9]{10}$)");
    private static final int LONGEST_INPUT = 40;

    public Phone {
        if (!VALID.matcher(digits).matches()) {
            throw new Invalid("phone", "phone-unusable");
        }
    }

    /**
     * Reads a number as people type it: spaces, dashes, +86, full-width digits. Refuses anything else with Invalid on
     * the field "phone".
     */
    public static Phone of(String typed) {
        if (typed.length() > LONGEST_INPUT) {
            throw new Invalid("phone", "phone-unusable");
        }
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        var joined = BETWEEN_DIGITS.matcher(plain).replaceAll("");
        return new Phone(COUNTRY.matcher(joined).replaceFirst(""));
    }

    /** What may be shown: 138****0001. */
    public String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(7);
    }

    /** Never the number: this text ends up in logs. */
    @Override
    public String toString() {
        return masked();
    }
}
