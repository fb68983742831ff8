package tuanju.note.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tuanju.card.CardRef;
import tuanju.command.Invalid;
import tuanju.note.Note;
import tuanju.note.NoteDraft;

/**
 * A note as its form sends it.
 *
 * @param topics all in one line, with or without their signs
 * @param pictures those that are there already, in the order in which they are shown
 * @param place of each of them where one wants it; typed by who has no script
 * @param gone those that are to be left out
 * @param cards such as OFFER-JYSA0123456789
 */
record NoteForm(
        @Nullable String community,
        @Nullable String title,
        @Nullable String text,
        @Nullable String topics,
        @Nullable List<String> pictures,
        @Nullable List<Integer> place,
        @Nullable List<String> gone,
        @Nullable List<String> cards,
        @Nullable String visibility,
        @Nullable Integer version) {

    static NoteForm empty(String community) {
        return new NoteForm(community, "", "", "", List.of(), List.of(), List.of(), List.of(), "PUBLIC", null);
    }

    static NoteForm of(Note note, String community) {
        return new NoteForm(
                community,
                note.title(),
                note.body(),
                String.join(" ", note.topics()),
                note.pictures().stream().map(it -> it.value()).toList(),
                List.of(),
                List.of(),
                note.about().stream().map(it -> name(it.ref())).toList(),
                note.visibility().word(),
                note.version());
    }

    static String name(CardRef ref) {
        return ref.kind() + "-" + ref.code();
    }

    /** Those that stay, in the order that was typed, and these behind them. */
    NoteForm with(List<String> added) {
        var all = new ArrayList<>(shown());
        all.addAll(added);
        return new NoteForm(community, title, text, topics, all, List.of(), List.of(), cards, visibility, version);
    }

    /** Those that stay, in their order. */
    List<String> shown() {
        var had = Objects.requireNonNullElse(pictures, List.<String>of());
        var places = Objects.requireNonNullElse(place, List.<Integer>of());
        var left = Objects.requireNonNullElse(gone, List.<String>of());
        return IntStream.range(0, had.size())
                .boxed()
                .sorted(Comparator.comparing(it -> place(places, it)))
                .map(had::get)
                .filter(it -> !left.contains(it))
                .toList();
    }

    private static int place(List<Integer> places, int at) {
        var typed = at < places.size() ? places.get(at) : null;
        return typed == null ? at + 1 : typed;
    }

    NoteDraft draft() {
        return new NoteDraft(
                community,
                title,
                text,
                shown(),
                Arrays.stream(Objects.requireNonNullElse(topics, "").split("[\\s#＃,，、]+"))
                        .toList(),
                Objects.requireNonNullElse(cards, List.<String>of()).stream()
                        .filter(it -> !it.isBlank())
                        .map(NoteForm::card)
                        .toList(),
                visibility,
                version);
    }

    private static NoteDraft.CardName card(String name) {
        int dash = name.indexOf('-');
        return Arrays.stream(CardRef.Kind.values())
                .filter(it -> dash > 0 && it.name().equals(name.substring(0, dash)))
                .findFirst()
                .map(it -> new NoteDraft.CardName(it, name.substring(dash + 1)))
                .orElseThrow(() -> new Invalid("cards", "note-no-card"));
    }
}
