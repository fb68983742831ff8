package tuanju.catalog;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import tuanju.picture.PictureRef;

/**
 * What an operator writes about a product.
 *
 * @param pictures in display order, the first one on cards
 */
public record ProductForm(
        @NotBlank @Size(max = 60) String name,
        @NotNull @Size(max = 2000) String description,
        @NotNull @Size(max = 40) String origin,
        @NotNull @Size(max = 20) String category,
        @NotNull @Size(max = 9) List<PictureRef> pictures) {}
