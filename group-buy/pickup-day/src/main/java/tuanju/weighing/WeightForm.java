package tuanju.weighing;

import java.util.Map;
import java.util.Optional;
import tuanju.command.Invalid;

/** The page's form for weights, as typed: each field is named for its order and product. */
record WeightForm(Map<String, String> typed) {

    WeightForm {
        typed = Map.copyOf(typed);
    }

    static String field(WeighedLine line) {
        return "grams-" + line.order().value() + "-" + line.product();
    }

    /** Whether somebody was asked about more than the pieces may weigh, and said that it is so. */
    boolean isSure(WeighedLine line) {
        return "true".equals(typed.get(field(line).replaceFirst("^grams", "sure")));
    }

    /** The grams typed for a line, unless nothing new was. Refuses with Invalid for its field what is no number. */
    Optional<Integer> grams(WeighedLine line) {
        var text = typed.getOrDefault(field(line), "").strip();
        var before = line.grams();
        if (text.isEmpty() || (before != null && text.equals(before.toString()))) {
            return Optional.empty();
        }
        if (!text.matches("-?\\d{1,8}")) {
            throw new Invalid("grams", "weighing-whole");
        }
        return Optional.of(Integer.parseInt(text));
    }
}
