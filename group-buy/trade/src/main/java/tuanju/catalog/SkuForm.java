package tuanju.catalog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an operator writes about a variant.
 *
 * @param priceFen the price of buying alone, 1 fen to 100,000 yuan
 * @param perPersonLimit pieces one member may hold; null without a limit
 */
public record SkuForm(
        @NotBlank @Size(max = 40) String spec,
        @Min(1) @Max(10_000_000) long priceFen,
        @Nullable @Min(1) @Max(9999) Integer perPersonLimit) {}
