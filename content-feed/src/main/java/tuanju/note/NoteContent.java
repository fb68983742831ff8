package tuanju.note;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.card.CardRef;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Plain;
import tuanju.community.Code;
import tuanju.community.Lines;
import tuanju.membership.Visibility;
import tuanju.picture.PictureRef;

/**
 * What a note says, checked.
 *
 * @param promoted whether a link that earns its owner something stands in it
 */
record NoteContent(
        String title,
        String body,
        List<PictureRef> pictures,
        List<String> topics,
        List<CardRef> cards,
        Visibility visibility,
        boolean promoted) {

    static final int MOST_PICTURES = 9;
    static final int MOST_CARDS = 6;
    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_BODY = 5_000;
    private static final int MOST_TOPICS = 5;
    private static final int LONGEST_TOPIC = 20;

    /** A link of somebody's own, as it is written and as it is read; better one too many is called what it is. */
    private static final Pattern EARNS = Pattern.compile("[?&]from=[0-9a-z]{14}", Pattern.CASE_INSENSITIVE);

    /** Refuses with Invalid what is missing, too long, too much or no name of anything. */
    static NoteContent read(NoteDraft draft) {
        var title = Lines.required("title", or(draft.title()), LONGEST_TITLE);
        var body = NoteText.clean("text", or(draft.text()), LONGEST_BODY);
        var pictures = pictures(draft.pictures() == null ? List.of() : draft.pictures());
        if (body.isEmpty() && pictures.isEmpty()) {
            throw new Invalid("text", "note-empty");
        }
        return new NoteContent(
                title,
                body,
                pictures,
                topics(draft.topics() == null ? List.of() : draft.topics()),
                cards(draft.cards() == null ? List.of() : draft.cards()),
                Visibility.of(draft.visibility()),
                earns(body) || earns(NoteMarkdown.words(body)));
    }

    private static boolean earns(String words) {
        return EARNS.matcher(Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("\\s+", ""))
                .find();
    }

    /** Whether this is how the note reads already. */
    boolean isOf(Note note) {
        return title.equals(note.title())
                && body.equals(note.body())
                && pictures.equals(note.pictures())
                && topics.equals(note.topics())
                && cards.equals(note.refs())
                && visibility.equals(note.visibility());
    }

    private static List<PictureRef> pictures(List<String> names) {
        if (names.size() > MOST_PICTURES) {
            throw new Invalid("pictures", "note-too-many-pictures", MOST_PICTURES);
        }
        return new LinkedHashSet<>(names)
                .stream()
                        .map(it -> {
                            if (!PictureRef.isOne(it)) {
                                throw new Invalid("pictures", "note-no-picture");
                            }
                            return new PictureRef(it);
                        })
                        .toList();
    }

    private static List<String> topics(List<String> typed) {
        var topics = new LinkedHashSet<String>();
        for (var one : typed) {
            var topic = Lines.optional("topics", one, LONGEST_TOPIC)
                    .replaceAll("[#＃,，/]", "")
                    .strip();
            if (!topic.isEmpty()) {
                topics.add(topic);
            }
        }
        if (topics.size() > MOST_TOPICS) {
            throw new Invalid("topics", "note-too-many-topics", MOST_TOPICS);
        }
        return List.copyOf(topics);
    }

    private static List<CardRef> cards(List<NoteDraft.CardName> names) {
        if (names.size() > MOST_CARDS) {
            throw new Invalid("cards", "note-too-many-cards", MOST_CARDS);
        }
        return names.stream()
                .map(it -> new CardRef(it.kind(), code(it.code())))
                .distinct()
                .toList();
    }

    private static Code code(String text) {
        try {
            return Code.read(Plain.text("cards", text));
        } catch (NotFound none) {
            throw new Invalid("cards", "note-no-card");
        }
    }

    private static String or(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
