package tuanju.purchasing;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.money.Money;
import tuanju.purchasing.PurchaseList.Item;
import tuanju.purchasing.Supplies.Supply;

/** The page's form for suppliers, as typed: fields are named for what they are and for their product. */
record SupplyForm(Map<String, String> typed) {

    SupplyForm {
        typed = Map.copyOf(typed);
    }

    /** What was typed for a product; refuses with Invalid for the field with the product's name. */
    Supply supply(Item item) {
        try {
            return new Supply(item.name(), item.spec(), text("supplier", item.product()), cost(item.product()));
        } catch (Invalid invalid) {
            throw new Invalid(invalid.getField() + "-" + item.product(), invalid.getType(), invalid.getArguments());
        }
    }

    private @Nullable Money cost(UUID product) {
        var text = text("cost", product);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,6}(\\.\\d{1,2})?")) {
            throw new Invalid("cost", "purchasing-cost");
        }
        return Money.ofYuan(text);
    }

    private String text(String field, UUID product) {
        return typed.getOrDefault(field + "-" + product, "").strip();
    }
}
