package tuanju.home;

import java.io.IOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tuanju.card.Card;
import tuanju.card.CardRef.Kind;
import tuanju.card.CardSearch;
import tuanju.card.Showcase;
import tuanju.card.Viewer;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.note.Authors;
import tuanju.note.NoteDraft;
import tuanju.note.NoteWriting;
import tuanju.note.people.Relation;
import tuanju.note.people.Relations;
import tuanju.note.talk.Comments;
import tuanju.note.talk.Reaction;
import tuanju.note.talk.Reactions;

/** What the neighbours of the demo write about what they bought, say under each other's notes, and whom they follow. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoNotes {

    private static final int OFFERED = 50;
    private static final int OWN = 10;
    private static final List<String> SAID =
            List.of("学到了，今晚就试。", "我家也是这么吃的。", "请问放几天会软？", "这批确实好。", "谢谢分享，收藏了。", "下次一起拼。");
    private static final List<String> ANSWERED = List.of("两三天吧，看天气。", "一起一起。", "不客气，好吃再来说一声。");

    private final NoteWriting writing;
    private final Comments comments;
    private final Reactions reactions;
    private final Relations relations;
    private final Authors authors;
    private final Memberships memberships;
    private final Showcase showcase;

    /** A note as its file says; about is the name of a product or the beginning of a cycle's. */
    record Written(String title, String text, List<String> art, List<String> topics, String about) {}

    /** Answers what was written, the oldest first. */
    List<Code> write(DemoMorning.Cast cast, String community) throws IOException {
        cast.neighbours().forEach(it -> memberships.join(it, cast.community()));
        List<Written> all;
        try (var file = new ClassPathResource("demo/notes.json").getInputStream()) {
            all = JsonMapper.shared().readValue(file, new TypeReference<>() {});
        }
        var cards = new java.util.ArrayList<Card>();
        for (var kind : List.of(Kind.OFFER, Kind.CYCLE)) {
            cards.addAll(showcase.onOffer(kind, new Viewer(cast.leader()), CardSearch.in(cast.community(), OFFERED)));
        }
        var written = new java.util.ArrayList<Code>();
        for (int i = 0; i < all.size(); i++) {
            // the last of the file is the newest, and everybody's turn comes, the shopper's too
            var author = i % OWN == OWN - 2 ? cast.neighbours().getFirst() : cast.neighbour(i * 5);
            var code = writing.write(author, draft(all.get(i), community, cards, i));
            written.add(code);
            talk(cast, code, author, i);
        }
        var shopper = cast.neighbours().getFirst();
        for (int i = 0; i < 3; i++) {
            var followed = authors.code(cast.neighbour(i)).orElseThrow();
            relations.begin(shopper, Relation.FOLLOWS, followed);
        }
        return written;
    }

    private static NoteDraft draft(Written it, String community, List<Card> cards, int number) {
        var about = cards.stream()
                .filter(card -> card.title().startsWith(it.about()))
                .limit(1)
                .map(card -> new NoteDraft.CardName(
                        card.ref().kind(), card.ref().code().value()))
                .toList();
        return new NoteDraft(
                community,
                it.title(),
                it.text(),
                it.art().stream().map("art:"::concat).toList(),
                it.topics(),
                about,
                number % 20 == 7 ? "MEMBERS" : "PUBLIC",
                null);
    }

    private void talk(DemoMorning.Cast cast, Code note, MemberId author, int number) {
        for (int i = 0; i < (number * 7) % 6; i++) {
            reactions.say(cast.neighbour(number + i), note, Reaction.values()[(number + i) % Reaction.values().length]);
        }
        @Nullable Code first = null;
        for (int i = 0; i < number % 3; i++) {
            var said = comments.write(cast.neighbour(number + i + 1), note, SAID.get((number + i) % SAID.size()), null);
            first = first == null ? said : first;
        }
        if (first != null) {
            comments.write(author, note, ANSWERED.get(number % ANSWERED.size()), first);
        }
    }
}
