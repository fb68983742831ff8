package tuanju.receiving;

import java.util.Map;
import java.util.UUID;
import tuanju.command.Invalid;

/** The page's form for counting, as typed: fields are named for what they are and for their product. */
record CountForm(Map<String, String> typed) {

    CountForm {
        typed = Map.copyOf(typed);
    }

    /** Whether this product is meant: its own button was pressed, or the one for all, and something is typed. */
    boolean means(UUID product) {
        var only = typed.getOrDefault("only", "");
        return (only.isEmpty() || only.equals(product.toString()))
                && !text("arrived", product).isEmpty();
    }

    /** What was typed for this product. Refuses with Invalid for the field with the product's name. */
    Count count(UUID product) {
        try {
            return new Count(
                    pieces("arrived", product),
                    text("damaged", product).isEmpty() ? 0 : pieces("damaged", product),
                    text("note", product),
                    null,
                    text("version", product).isEmpty() ? null : pieces("version", product));
        } catch (Invalid invalid) {
            throw new Invalid(invalid.getField() + "-" + product, invalid.getType(), invalid.getArguments());
        }
    }

    private int pieces(String field, UUID product) {
        var text = text(field, product);
        if (!text.matches("-?\\d{1,7}")) {
            throw new Invalid(field, "receiving-pieces", Count.MOST);
        }
        return Integer.parseInt(text);
    }

    private String text(String field, UUID product) {
        return typed.getOrDefault(field + "-" + product, "").strip();
    }
}
