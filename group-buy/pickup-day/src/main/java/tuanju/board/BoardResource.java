package tuanju.board;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tuanju.community.Code;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;
import tuanju.order.dues.DuesInFen;

/** The board of a cycle as JSON, for its leader; others find nothing here. */
@RestController
@RequiredArgsConstructor
class BoardResource {

    private final OrderCycles cycles;
    private final Boards boards;

    @GetMapping("/api/v1/cycles/{code}/board")
    Answer board(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return Answer.of(boards.of(cycles.ledBy(me.member(), code)));
    }

    /** Everything the page shows; refunded counts orders given back whole. */
    record Answer(
            String code,
            String title,
            CycleStatus status,
            Instant asOf,
            List<OfStage> stages,
            List<Whereabouts> places,
            int refundedOrders,
            Books money,
            List<OfBuilding> buildings) {
        static Answer of(CycleBoard board) {
            var cycle = board.cycle();
            return new Answer(
                    cycle.code().value(),
                    cycle.title(),
                    cycle.status(),
                    board.asOf(),
                    board.stages().stream().map(OfStage::of).toList(),
                    board.places(),
                    board.refunded(),
                    Books.of(board.money()),
                    board.buildings().stream()
                            .map(it -> new OfBuilding(it.building(), it.done(), it.bags()))
                            .toList());
        }
    }

    /** One stage; percent of all ordered pieces. */
    record OfStage(Stage.Step step, int orders, long pieces, long amountFen, int percent) {
        static OfStage of(Stage stage) {
            return new OfStage(
                    stage.step(), stage.orders(), stage.pieces(), stage.amount().fen(), stage.percent());
        }
    }

    /** Money reckoned twice; what is kept and what is due are the same when it adds up. */
    record Books(
            boolean addsUp,
            long differenceFen,
            long expectedFen,
            long unpaidFen,
            long takenFen,
            long turnedFen,
            long undecidedFen,
            long refundedFen,
            long refundsOnTheirWayFen,
            long keptFen,
            long dueFen,
            long allowedFen,
            DuesInFen dues,
            List<Differing> differences) {
        static Books of(Reckoning money) {
            return new Books(
                    money.addsUp(),
                    money.by().fen(),
                    money.expected().fen(),
                    money.unpaid().fen(),
                    money.taken().fen(),
                    money.turned().fen(),
                    money.undecided().fen(),
                    money.back().fen(),
                    money.onItsWayBack().fen(),
                    money.kept().fen(),
                    money.due().fen(),
                    money.allowed().fen(),
                    DuesInFen.of(money.dues()),
                    money.differences().stream()
                            .map(it -> new Differing(
                                    it.order(), it.kept().fen(), it.due().fen()))
                            .toList());
        }
    }

    /** An order that keeps more or less than it should. */
    record Differing(String order, long keptFen, long dueFen) {}

    /** Bags of one building; its name is empty where unknown. */
    record OfBuilding(String building, int doneBags, int bags) {}
}
