package tuanju.note.talk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.note.Note;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.notification.Notifications.Telling;

/**
 * Tells those whom a comment concerns: who is called by their name behind an @ among those who talk under the note, whose
 * comment is answered, who wrote the note. Each once, and nobody who would not find it under the note. Of one person's calls
 * under one note somebody hears once.
 */
@Component
@RequiredArgsConstructor
class TalkNews {

    private static final int MOST_CALLED = 5;

    private final CommentRows rows;
    private final Members members;
    private final Notifications notifications;

    /** Who is to be told once it is written. */
    record Prepared(TalkNews news, List<Telling> tellings) {

        void run(Runnable write) {
            write.run();
            news.notifications.tell(tellings);
        }
    }

    /** Refuses with Invalid more than five people called by name. */
    Prepared prepare(Note note, CommentRows.Row row, CommentRows.@Nullable Row answered) {
        var told = new LinkedHashMap<MemberId, Telling>();
        var writer = row.author();
        var called = called(note, row.body(), writer);
        if (called.size() > MOST_CALLED) {
            throw new Invalid("text", "too-many-mentions", MOST_CALLED);
        }
        var all = new LinkedHashSet<>(called);
        if (answered != null) {
            all.add(answered.author());
        }
        all.add(note.author());
        all.remove(writer);
        var reading = rows.reading(note, row, answered, List.copyOf(all));
        var name = all.isEmpty() ? "" : members.card(writer).name();
        for (var to : all) {
            if (reading.contains(to)) {
                told.put(to, new Telling(to, notification(note, row, name, kind(to, called, answered))));
            }
        }
        return new Prepared(this, new ArrayList<>(told.values()));
    }

    private static String kind(MemberId to, Set<MemberId> called, CommentRows.@Nullable Row answered) {
        if (called.contains(to)) {
            return "mention";
        }
        return answered != null && answered.author().equals(to) ? "answer" : "comment";
    }

    private static Notification notification(Note note, CommentRows.Row row, String name, String kind) {
        UUID once = kind.equals("mention") ? row.author().value() : row.id();
        return Notification.of(
                "note:" + note.id() + ":" + kind + ":" + once,
                "note.told." + kind,
                note.path() + "#comments",
                name,
                note.title());
    }

    /** Longer names first, so that @小林妈妈 does not call 小林. */
    private Set<MemberId> called(Note note, String text, MemberId writer) {
        if (text.indexOf('@') < 0 && text.indexOf('＠') < 0) {
            return Set.of();
        }
        var talking = new LinkedHashSet<>(rows.talking(note));
        talking.add(note.author());
        talking.remove(writer);
        var cards = members.cards(talking).values().stream()
                .sorted(Comparator.comparing((MemberCard it) -> it.name().length())
                        .reversed())
                .toList();
        var called = new LinkedHashSet<MemberId>();
        var left = text.replace('＠', '@');
        for (var card : cards) {
            var call = "@" + card.name();
            if (left.contains(call)) {
                called.add(card.id());
                left = left.replace(call, " ");
            }
        }
        return called;
    }
}
