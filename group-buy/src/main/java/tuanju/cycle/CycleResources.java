package tuanju.cycle;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tuanju.catalog.Catalog;
import tuanju.catalog.SkuId;
import tuanju.command.Answer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Fingerprint;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.community.PickupPointCard;
import tuanju.member.SignedIn;
import tuanju.money.Money;

/** Order cycles for programs. */
@RestController
@RequestMapping("/api/v1/cycles")
@RequiredArgsConstructor
class CycleResources {

    private static final String REPLAYED = "Idempotent-Replayed";

    private final OrderCycles cycles;
    private final CycleViews views;
    private final CycleOpening opening;
    private final CycleImporting importing;
    private final Leaders leaders;
    private final OwnPoints points;
    private final Catalog catalog;
    private final Commands commands;
    private final Clock clock;

    /**
     * A cycle to open; the community by its short code, needed only by who leads several. It is collected at one pickup
     * point, or at each of several points at its own time.
     */
    record NewCycle(
            @Nullable String community,
            String title,
            List<NewProduct> products,
            Instant cutOff,
            @Nullable UUID pickupPoint,
            @Nullable Instant pickupFrom,
            @Nullable Instant pickupUntil,
            @Nullable List<NewPoint> points,
            @Nullable NewMinimum minimum,
            @Nullable Instant boxfillUntil) {

        /** The points asked for, in their order; refuses with Invalid both ways at once. */
        List<NewPoint> where() {
            if (points == null) {
                return List.of(new NewPoint(pickupPoint, pickupFrom, pickupUntil));
            }
            if (pickupPoint != null || pickupFrom != null || pickupUntil != null) {
                throw new Invalid("points", "cycle-points-or-point");
            }
            return points;
        }
    }

    /** A pickup point, and when the goods are collected there. */
    record NewPoint(
            @Nullable UUID point,
            @Nullable Instant pickupFrom,
            @Nullable Instant pickupUntil) {

        CyclePoint read(List<PickupPointCard> own, String prefix) {
            if (point == null) {
                throw new Invalid(prefix + (prefix.isEmpty() ? "pickupPoint" : "point"), "cycle-choice-missing");
            }
            var place = OwnPoints.place(own, point, prefix + (prefix.isEmpty() ? "pickupPoint" : "point"));
            return new CyclePoint(
                    place, given(pickupFrom, prefix + "pickupFrom"), given(pickupUntil, prefix + "pickupUntil"));
        }

        private static Instant given(@Nullable Instant time, String field) {
            if (time == null) {
                throw new Invalid(field, "cycle-time-unreadable");
            }
            return time;
        }
    }

    /** What must be paid for: fen for MONEY, else a number of orders, pieces or cases. */
    record NewMinimum(Minimum.Kind kind, long amount) {

        static @Nullable Minimum read(@Nullable NewMinimum minimum) {
            return minimum == null ? null : new Minimum(minimum.kind(), minimum.amount());
        }
    }

    /** Sold by weight: what a piece weighs about, and how much lighter or heavier it may be. */
    record NewWeight(int grams, int bandPercent) {}

    /** A product of it: by its SKU in the catalogue, or by name and spec. With a weight its price is that of 500 g. */
    record NewProduct(
            @Nullable UUID sku,
            @Nullable String name,
            @Nullable String spec,
            long priceFen,
            @Nullable Integer limit,
            @Nullable Integer caseSize,
            @Nullable NewMinimum minimum,
            @Nullable NewWeight weight) {

        ProductTerms terms() {
            return new ProductTerms(
                    caseSize == null ? 1 : caseSize,
                    NewMinimum.read(minimum),
                    weight == null ? null : new ByWeight(weight.grams(), weight.bandPercent(), Money.ofFen(priceFen)));
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CycleResource> open(
            @AuthenticationPrincipal SignedIn me, @RequestBody NewCycle wanted, CommandKey key) {
        var answer = commands.once(key.with(wanted), CycleResource.class, () -> open(me, wanted));
        var response = ResponseEntity.created(
                URI.create("/api/v1/cycles/" + answer.value().code()));
        return replayed(response, answer).body(answer.value());
    }

    @GetMapping("/{code}")
    CycleResource cycle(@PathVariable Code code) {
        var cycle = cycles.byCode(code);
        if (cycle.status() == CycleStatus.DRAFT) {
            throw new NotFound();
        }
        return views.resource(cycle);
    }

    @PostMapping(path = "/{code}/imports", consumes = "multipart/form-data")
    ResponseEntity<ImportResource> imports(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable UUID pickupPoint,
            @Nullable CommandKey key) {
        var cycle = cycles.ledBy(me.member(), code);
        var upload = ImportPages.upload(file);
        if (dryRun) {
            return ResponseEntity.ok(ImportResource.of(importing.dryRun(cycle, upload), null));
        }
        var command = CommandKey.needed(key).about(Fingerprint.of(upload.bytes()) + pickupPoint);
        var answer = commands.once(command, ImportResource.class, () -> take(me, cycle, upload, pickupPoint));
        return replayed(ResponseEntity.ok(), answer).body(answer.value());
    }

    private CycleResource open(SignedIn me, NewCycle wanted) {
        var here = community(me, wanted.community());
        var items =
                wanted.products().stream().map(product -> item(here, product)).toList();
        var cycle = opening.open(
                me.member(),
                here.id(),
                new CyclePlan(
                        wanted.title(),
                        items,
                        clock.instant(),
                        wanted.cutOff(),
                        where(wanted, points.of(me.member(), here.id())),
                        new CycleTerms(NewMinimum.read(wanted.minimum()), wanted.boxfillUntil())));
        return views.resource(cycle);
    }

    private static List<CyclePoint> where(NewCycle wanted, List<PickupPointCard> own) {
        var where = wanted.where();
        var read = new ArrayList<CyclePoint>();
        for (int at = 0; at < where.size(); at++) {
            read.add(where.get(at).read(own, wanted.points() == null ? "" : "points[%d].".formatted(at)));
        }
        return read;
    }

    private CyclePlan.Item item(CommunityCard here, NewProduct product) {
        if (product.priceFen() < 0) {
            throw new Invalid("products", "cycle-product-price", CycleForm.text(product.name()));
        }
        var price = Money.ofFen(product.priceFen());
        if (product.sku() == null) {
            var name = CycleForm.text(product.name());
            return new CyclePlan.Item(
                    null, name, CycleForm.text(product.spec()), null, price, product.limit(), product.terms());
        }
        var card = catalog.sku(here.id(), new SkuId(product.sku()));
        return new CyclePlan.Item(
                card.sku(), card.productName(), card.spec(), card.picture(), price, product.limit(), product.terms());
    }

    private ImportResource take(SignedIn me, CycleCard cycle, CycleImports.Upload upload, @Nullable UUID pickupPoint) {
        var preview = importing.dryRun(cycle, upload);
        var id = importing.upload(me.member(), cycle.code(), upload);
        return ImportResource.of(
                preview, importing.take(me.member(), cycle.code(), id, new CycleImporting.Wish(Map.of(), pickupPoint)));
    }

    private CommunityCard community(SignedIn me, @Nullable String shortCode) {
        var led = leaders.communitiesLedBy(me.member());
        return led.stream()
                .filter(each -> shortCode == null || each.shortCode().equals(shortCode))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static ResponseEntity.BodyBuilder replayed(ResponseEntity.BodyBuilder response, Answer<?> answer) {
        return answer.replayed() ? response.header(REPLAYED, "true") : response;
    }
}
