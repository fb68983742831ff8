package tuanju.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.picture.PictureRef;

/**
 * A product as an operator has typed it, before anything is known to be right.
 *
 * @param picture the pictures it had, in any order
 * @param place where each of them shall stand, in the same order
 * @param removed those that shall go
 */
record ProductDraft(
        @Nullable String name,
        @Nullable String description,
        @Nullable String origin,
        @Nullable String category,
        @Nullable List<String> picture,
        @Nullable List<Integer> place,
        @Nullable List<String> removed) {

    private static final int MOST_PICTURES = 9;

    static ProductDraft of(ProductCard card) {
        var pictures = card.pictures().stream().map(PictureRef::value).toList();
        return new ProductDraft(
                card.name(), card.description(), card.origin(), card.category(), pictures, List.of(), List.of());
    }

    static ProductDraft empty() {
        return new ProductDraft("", "", "", "", List.of(), List.of(), List.of());
    }

    /** What shall be kept of the pictures it has, in their new order; what was added meanwhile comes last, and anything it never had is left out. */
    List<PictureRef> kept(List<PictureRef> had) {
        record Placed(PictureRef picture, int place) {}
        var names = picture == null ? List.<String>of() : picture;
        var gone = removed == null ? List.<String>of() : removed;
        var placed = new ArrayList<Placed>();
        for (var one : had) {
            int at = names.indexOf(one.value());
            if (!gone.contains(one.value())) {
                placed.add(new Placed(one, at < 0 ? Integer.MAX_VALUE : placeOf(at)));
            }
        }
        return placed.stream()
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::picture)
                .toList();
    }

    private int placeOf(int at) {
        return place == null || at >= place.size() ? at : place.get(at);
    }

    /** Refuses with Invalid what is missing, too long or too many, naming the field, before anything is stored. */
    void check(int pictures) {
        if (pictures > MOST_PICTURES) {
            throw new Invalid("uploads", "too-many-pictures", MOST_PICTURES);
        }
        checkNames("picture", picture);
        checkNames("removed", removed);
        form(List.of());
    }

    /** A picture that was taken away meanwhile is still a picture's name; anything else is none. */
    private static void checkNames(String field, @Nullable List<String> names) {
        for (var name : names == null ? List.<String>of() : names) {
            if (!name.isEmpty() && !PictureRef.isOne(name)) {
                throw new Invalid(field, "field-wrong");
            }
        }
    }

    /** The same with what is kept of its pictures and those that come to them; refuses too many with Invalid. */
    ProductForm with(List<PictureRef> kept, List<PictureRef> added) {
        check(kept.size() + added.size());
        return form(Stream.concat(kept.stream(), added.stream()).toList());
    }

    /** The same with its pictures. */
    ProductForm form(List<PictureRef> pictures) {
        return new ProductForm(
                text("name", name, 60, true),
                text("description", description, 2000, false),
                text("origin", origin, 40, false),
                text("category", category, 20, false),
                pictures);
    }

    private static String text(String field, @Nullable String value, int most, boolean needed) {
        var text = value == null ? "" : value.strip();
        if (needed && text.isEmpty()) {
            throw new Invalid(field, "field-empty");
        }
        if (text.length() > most) {
            throw new Invalid(field, "field-too-long", most);
        }
        return text;
    }
}
