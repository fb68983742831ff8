package tuanju.commission.watch;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.Members;

/** Who brought whom, for operators: what would stop payouts, and what grew by itself. */
@Controller
@RequiredArgsConstructor
class BringingPages {

    private final BringingReport report;
    private final BringingStops stops;
    private final Members members;
    private final Communities communities;

    @GetMapping("/operate/commission-graph")
    String graph(Model model) {
        var bringing = report.now();
        var people = Stream.concat(
                        Stream.concat(bringing.chains().stream(), bringing.trees().stream())
                                .map(Bringing.Tree::first),
                        bringing.pairs().stream().flatMap(it -> Stream.of(it.one(), it.other())))
                .distinct()
                .toList();
        model.addAttribute("stops", stops.now());
        model.addAttribute("bringing", bringing);
        model.addAttribute("people", members.cards(people));
        model.addAttribute(
                "homes", communities.all().stream().collect(Collectors.toMap(CommunityCard::id, CommunityCard::name)));
        model.addAttribute("active", "commissions");
        return "commission/graph";
    }
}
