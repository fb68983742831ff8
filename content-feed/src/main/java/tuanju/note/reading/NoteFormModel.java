package tuanju.note.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tuanju.card.Card;
import tuanju.card.CardRef;
import tuanju.card.CardRef.Kind;
import tuanju.card.CardSearch;
import tuanju.card.Showcase;
import tuanju.card.Viewer;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.membership.Visibility;
import tuanju.note.Note;
import tuanju.picture.PictureRef;
import tuanju.picture.Pictures;

/** What the form of a note shows: where one may write, what it can be about, and its pictures. */
@Component
@RequiredArgsConstructor
class NoteFormModel {

    private static final int OFFERED = 12;
    private static final int SMALL = 400;

    private final Memberships memberships;
    private final Communities communities;
    private final Showcase showcase;
    private final Pictures pictures;

    /** A thing it can be about. */
    record Choice(String name, Card card, boolean chosen) {}

    /** A picture that is there already. */
    record Shown(String name, String url, int place) {}

    String show(MemberId me, NoteForm form, @Nullable Note note, Model model) {
        var mine = memberships.communitiesOf(me).stream()
                .map(communities::get)
                .sorted(java.util.Comparator.comparing(CommunityCard::name))
                .toList();
        var where = note == null ? form.community() : note.code().communityShortCode();
        var here = mine.stream()
                .filter(it -> it.shortCode().equals(where))
                .findFirst()
                .or(() -> mine.stream().findFirst());
        model.addAttribute("form", form);
        model.addAttribute("note", note);
        model.addAttribute("mine", mine);
        model.addAttribute("community", here.orElse(null));
        model.addAttribute("choices", here.map(it -> choices(me, it, form)).orElse(List.of()));
        model.addAttribute("shown", shown(form.shown()));
        model.addAttribute("visibilities", Visibility.choices());
        model.addAttribute("active", "notes");
        return "note/form";
    }

    private List<Choice> choices(MemberId me, CommunityCard here, NoteForm form) {
        var viewer = new Viewer(me);
        var chosen = Objects.requireNonNullElse(form.cards(), List.<String>of());
        var cards = new LinkedHashMap<String, Card>();
        var refs = chosen.stream().flatMap(it -> ref(it).stream()).toList();
        showcase.cards(viewer, refs).forEach(it -> cards.put(NoteForm.name(it.ref()), it));
        for (var kind : List.of(Kind.OFFER, Kind.CYCLE)) {
            showcase.onOffer(kind, viewer, CardSearch.in(here.id(), OFFERED))
                    .forEach(it -> cards.putIfAbsent(NoteForm.name(it.ref()), it));
        }
        var choices = new ArrayList<Choice>();
        cards.forEach((name, card) -> choices.add(new Choice(name, card, chosen.contains(name))));
        return choices;
    }

    private static List<CardRef> ref(String name) {
        int dash = name.indexOf('-');
        try {
            return dash < 0
                    ? List.of()
                    : List.of(new CardRef(
                            Kind.valueOf(name.substring(0, dash)),
                            new tuanju.community.Code(name.substring(dash + 1))));
        } catch (IllegalArgumentException none) {
            return List.of();
        }
    }

    List<Shown> shown(List<String> names) {
        var shown = new ArrayList<Shown>();
        for (var name : names) {
            if (PictureRef.isOne(name)) {
                shown.add(new Shown(name, pictures.url(new PictureRef(name), "", SMALL), shown.size() + 1));
            }
        }
        return shown;
    }
}
