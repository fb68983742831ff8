package tuanju.board;

import static org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.live.LiveTopics;
import tuanju.member.SignedIn;
import tuanju.order.aftersale.OwedByHand;
import tuanju.order.aftersale.PaidBackByHand;
import tuanju.order.aftersale.PayingBackByHand;

/** The board of a cycle on its leader's phone; it moves while people hand over. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/lead/cycles/{code}/board")
class BoardPages {

    private final OrderCycles cycles;
    private final Boards boards;
    private final OwedByHand byHand;
    private final PayingBackByHand paying;
    private final LiveTopics topics;

    @GetMapping
    String board(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        var cycle = cycles.ledBy(me.member(), code);
        model.addAttribute("board", boards.of(cycle));
        model.addAttribute("owed", byHand.ofCycle(cycle.community(), cycle.id()));
        model.addAttribute("paidBack", paying.of(cycle.community(), cycle.id()));
        model.addAttribute("hows", PaidBackByHand.How.values());
        model.addAttribute("active", "cycles");
        return "board/board";
    }

    /** What changes while one looks. */
    @GetMapping("/now")
    String now(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        describe(me, code, model);
        return "board/_now :: now(board=${board})";
    }

    @GetMapping(path = "/live", produces = TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, HttpServletRequest request) {
        return topics.listen(BoardNews.topic(cycles.ledBy(me.member(), code).leader()), request);
    }

    private void describe(SignedIn me, Code code, Model model) {
        model.addAttribute("board", boards.of(cycles.ledBy(me.member(), code)));
    }
}
