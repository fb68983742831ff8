package tuanju.taster;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.catalog.Catalog;
import tuanju.catalog.ProductCard;
import tuanju.catalog.ProductId;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** A taster brings finds, says what trying them showed, as what they are listed, and which are dropped. */
@Component
@RequiredArgsConstructor
@Transactional
public class Tastings {

    static final int PAGE = 20;

    private final TasterRows tasters;
    private final TastingRows rows;
    private final TasterWords words;
    private final TastersBelong belonging;
    private final Catalog catalog;

    /** A page of them; the id for the next page, null after the last. */
    record Page(List<Tasting> items, @Nullable UUID next) {}

    /**
     * What becomes of a find.
     *
     * @param state TRIED, LISTED or DROPPED
     * @param verdict what trying showed or why it is dropped; for LISTED it may be left out
     * @param product as which it is sold, for LISTED
     */
    public record Step(
            @Nullable String state,
            @Nullable String verdict,
            @Nullable UUID product) {}

    /**
     * A new find; answers its id. Refuses with NotFound what is not theirs, with Invalid and AgainstTheLaw what may not be said, with
     * CannotTaste more than were agreed for a month, and who looks after nothing any more.
     */
    public UUID scout(MemberId me, Code code, @Nullable String title, @Nullable String about) {
        var called = words.title(title);
        var said = words.words(about);
        var taster = own(me, code);
        int brought = rows.broughtThisMonth(taster);
        if (brought >= taster.mostAMonth()) {
            throw CannotTaste.enough(taster.mostAMonth());
        }
        var id = Ids.next();
        rows.insert(taster, id, called, said, brought + 1);
        return id;
    }

    /** Refuses as bringing one does, and with CannotTaste what does not come next; said twice is once. */
    public void become(MemberId me, Code code, UUID id, Step step) {
        var next = state(step.state());
        var verdict = words.verdict(step.verdict(), next != Tasting.State.LISTED);
        var taster = own(me, code);
        var was = rows.find(taster, id).orElseThrow(NotFound::new);
        if (was.state() == next) {
            return;
        }
        if (!was.mayBecome(next)) {
            throw CannotTaste.notNow();
        }
        rows.become(taster, id, next, verdict, next == Tasting.State.LISTED ? product(taster, step.product()) : null);
    }

    @Transactional(readOnly = true)
    public Page page(Taster of, @Nullable UUID after) {
        var found = rows.page(of, after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        return new Page(shown, found.size() > PAGE ? shown.getLast().id() : null);
    }

    /** How many more they may bring this month. */
    @Transactional(readOnly = true)
    public int left(Taster of) {
        return of.isActive() ? Math.max(0, of.mostAMonth() - rows.broughtThisMonth(of)) : 0;
    }

    /** The products of their category. */
    List<ProductCard> products(Taster of) {
        return catalog.products(of.community()).stream()
                .filter(it -> it.category().equals(of.category()))
                .toList();
    }

    private ProductId product(Taster taster, @Nullable UUID product) {
        return products(taster).stream()
                .map(ProductCard::id)
                .filter(it -> it.value().equals(product))
                .findFirst()
                .orElseThrow(() -> new Invalid("product", "taster-no-product"));
    }

    /** Held until the transaction ends, so that two tabs count one after the other. */
    private Taster own(MemberId me, Code code) {
        var taster = tasters.lock(code).filter(it -> it.member().equals(me)).orElseThrow(NotFound::new);
        belonging.must(taster);
        return taster;
    }

    private static Tasting.State state(@Nullable String typed) {
        for (var state : Tasting.State.values()) {
            if (state != Tasting.State.SCOUTED && state.name().equals(typed)) {
                return state;
            }
        }
        throw new Invalid("state", "one-of", "TRIED, LISTED, DROPPED");
    }
}
