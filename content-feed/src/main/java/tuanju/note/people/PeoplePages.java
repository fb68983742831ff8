package tuanju.note.people;

import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.card.Viewer;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;
import tuanju.note.Authors;
import tuanju.note.NoteTile;
import tuanju.note.Notes;
import tuanju.page.KeysetPage;

/** One person's notes, with following, muting and blocking; and the people a member stands so to. */
@Controller
@Order(44)
@RequiredArgsConstructor
class PeoplePages implements MeLinks {

    private static final int PAGE = 20;

    private final Authors authors;
    private final Notes notes;
    private final Relations relations;

    /** Who blocked the reader is not there; whom the reader blocked or muted is, so that they can take it back. */
    @GetMapping("/people/{author}")
    String author(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable String author,
            @RequestParam(required = false) @Nullable Code after,
            Model model) {
        var viewer = Viewer.of(me);
        var who = authors.with(author);
        var mine = me == null ? Set.<Relation>of() : relations.between(me.member(), who);
        if (mine.stream().noneMatch(it -> it != Relation.FOLLOWS) && !relations.reads(viewer.id(), who)) {
            throw new NotFound();
        }
        var known = authors.of(List.of(who)).get(who);
        if (known == null) {
            throw new NotFound();
        }
        var found = notes.by(who, viewer, new Notes.Part(after, PAGE + 1));
        var page = KeysetPage.of(found, PAGE, "", after, NoteTile::code);
        model.addAttribute("author", known);
        model.addAttribute("tiles", page.shown());
        model.addAttribute("after", page.after());
        model.addAttribute("next", page.next());
        model.addAttribute("mine", mine.stream().map(Enum::name).toList());
        model.addAttribute("self", me != null && who.equals(me.member()));
        model.addAttribute("signedIn", me != null);
        model.addAttribute("followers", relations.followersOf(who, viewer.id()));
        model.addAttribute("active", "notes");
        return "note/author";
    }

    /** Begins or ends it; said twice it is the same. */
    @PostMapping("/people/{author}/{relation:follows|mutes|blocks}")
    String turn(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String author,
            @PathVariable String relation,
            @RequestParam(defaultValue = "true") boolean on,
            RedirectAttributes flash) {
        var kind = Relation.of(relation);
        if (on) {
            relations.begin(me.member(), kind, author);
        } else {
            relations.end(me.member(), kind, author);
        }
        flash.addFlashAttribute("flashOk", "people." + relation + (on ? ".begun" : ".ended"));
        return "redirect:/people/" + author;
    }

    @GetMapping("/me/people")
    String people(@AuthenticationPrincipal SignedIn me, Model model) {
        for (var relation : Relation.values()) {
            model.addAttribute(relation.path(), relations.all(me.member(), relation));
        }
        model.addAttribute("own", authors.code(me.member()).orElse(null));
        model.addAttribute("active", "me");
        return "note/people";
    }

    @Override
    public List<MeLink> of(SignedIn me) {
        return List.of(
                new MeLink("note.kept", "note.kept.me", "/me/kept-notes", "list"),
                new MeLink("people.title", "people.me", "/me/people", "people"));
    }
}
