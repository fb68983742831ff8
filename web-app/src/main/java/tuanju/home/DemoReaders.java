package tuanju.home;

import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.attribution.NoteTouches;
import tuanju.attribution.OrdersByNotes;
import tuanju.card.CardRef.Kind;
import tuanju.card.Viewer;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.note.Note;
import tuanju.note.Notes;
import tuanju.order.WhenFull;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.TeamOpening;

/** Neighbours of the demo read each other's notes, open what these are about, and a few order and pay it. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoReaders {

    private static final int BUYERS = 8;

    private final Notes notes;
    private final NoteTouches touches;
    private final OrdersByNotes orders;
    private final TeamOpening opening;
    private final DemoTill till;

    void read(DemoMorning.Cast cast, List<Code> written) {
        var all = written.stream()
                .map(it -> notes.find(new Viewer(cast.leader()), it))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            for (int reader = 0; reader < 5 + i * 7 % 11; reader++) {
                var who = cast.neighbour(i + reader);
                touches.read(who, all.get(i).code());
                if (reader % 3 == 0 && !all.get(i).about().isEmpty()) {
                    touches.clicked(who, all.get(i).code());
                }
            }
        }
        var shopper = cast.neighbours().getFirst();
        var own = all.stream().filter(it -> it.isBy(shopper)).filter(DemoReaders::isOfOffer);
        var others = all.reversed().stream().filter(it -> !it.isBy(shopper)).filter(DemoReaders::isOfOffer);
        var sold = Stream.concat(own, others).limit(BUYERS).toList();
        for (int i = 0; i < sold.size(); i++) {
            buy(cast, cast.neighbour(20 + i), sold.get(i), all);
        }
    }

    /** By one note, or by all of the demo that are about the same. */
    private void buy(DemoMorning.Cast cast, MemberId buyer, Note note, List<Note> all) {
        var offer = offer(note);
        var trail = Stream.concat(
                        Stream.of(note),
                        all.stream().filter(it -> isOfOffer(it) && offer(it).equals(offer)))
                .map(Note::code)
                .distinct()
                .toList();
        var wish = new SeatRequest(1, WhenFull.REFUND, cast.gate().id(), "", null);
        var order = opening.buyAlone(buyer, offer, wish);
        orders.note(cast.community(), order.id(), buyer, trail);
        till.pay(buyer, order.code());
    }

    private static boolean isOfOffer(Note note) {
        return note.about().stream().anyMatch(it -> it.ref().kind() == Kind.OFFER);
    }

    private static Code offer(Note note) {
        return note.about().stream()
                .filter(it -> it.ref().kind() == Kind.OFFER)
                .findFirst()
                .orElseThrow()
                .ref()
                .code();
    }
}
