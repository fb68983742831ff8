package tuanju.note;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.card.CardRef;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.membership.Visibility;
import tuanju.picture.PictureRef;

/**
 * A note as it reads now.
 *
 * @param promoted whether it holds a link that earns its owner something
 * @param version 1 before it was ever changed
 * @param edited null before it was ever changed
 * @param hidden why it was hidden; empty for the time being, null while it is not. Only its author reads such a note
 */
public record Note(
        CommunityId community,
        UUID id,
        Code code,
        MemberId author,
        String title,
        String body,
        List<PictureRef> pictures,
        List<String> topics,
        List<About> about,
        Visibility visibility,
        boolean promoted,
        int version,
        Instant written,
        @Nullable Instant edited,
        @Nullable String hidden) {

    /** What it is before whoever keeps order. */
    public static final String KIND = "NOTE";

    /**
     * One thing it is about.
     *
     * @param bought whether its author had completed an order of it when they wrote, and changed no card since
     */
    public record About(CardRef ref, boolean bought) {}

    public String path() {
        return "/n/" + code;
    }

    /** Whether this is who wrote it. */
    public boolean isBy(@Nullable MemberId somebody) {
        return author.equals(somebody);
    }

    List<CardRef> refs() {
        return about.stream().map(About::ref).toList();
    }
}
