package tuanju.earning;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators over REST: where each community's money is, all of one moment. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/books")
class BookResources {

    private final Bookkeeping bookkeeping;

    /**
     * The books of a community.
     *
     * @param community its short code
     * @param atProvidersFen taken and not given back; in exactly one of the places below
     * @param customersFen of orders that are not completed
     * @param undecidedFen waits for a person
     * @param leadersFen what is owed to leaders in all
     * @param creditFen what buyers keep there to spend, or to have back
     * @param addsUp whether every fen is in exactly one place
     */
    record Book(
            String community,
            String name,
            long atProvidersFen,
            long customersFen,
            long salesFen,
            long goingBackFen,
            long undecidedFen,
            long leadersFen,
            long creditFen,
            boolean addsUp,
            List<Owed> owed) {

        private static Book of(Books it) {
            return new Book(
                    it.community().shortCode(),
                    it.community().name(),
                    it.atProviders().fen(),
                    it.customers().fen(),
                    it.sales().fen(),
                    it.goingBack().fen(),
                    it.undecided().fen(),
                    it.leaders().fen(),
                    it.credit().fen(),
                    it.addsUp(),
                    it.owed().stream()
                            .map(fee ->
                                    new Owed(fee.name(), fee.orders(), fee.fee().fen()))
                            .toList());
        }
    }

    /** What is owed to one leader, and of how many orders. */
    record Owed(String leader, int orders, long feeFen) {}

    /** Of every open community, by name. */
    @GetMapping
    List<Book> all() {
        return bookkeeping.all().stream().map(Book::of).toList();
    }
}
