package tuanju.cycle.importing;

import java.util.HashMap;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tuanju.command.Answer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Fingerprint;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.TypedDoor;
import tuanju.cycle.export.OrderColumn;
import tuanju.cycle.importing.CycleImports.Upload;
import tuanju.cycle.importing.ImportedOrders.Correction;
import tuanju.member.SignedIn;

/** Exports of other tools in a cycle, for programs: taken in at once, or kept, looked at, put right and then taken in. */
@RestController
@RequestMapping("/api/v1/cycles/{code}/imports")
@RequiredArgsConstructor
class ImportResources {

    private final OrderCycles cycles;
    private final CycleImporting importing;
    private final ImportViews views;
    private final NamingColumns naming;
    private final Commands commands;

    /** What one column of the file means. */
    record NamedColumn(String name, OrderColumn means) {}

    /** What the columns mean; those that are left out say nothing. */
    record NamedColumns(List<NamedColumn> columns) {

        Map<String, OrderColumn> meanings() {
            var meanings = new HashMap<String, OrderColumn>();
            columns.forEach(it -> {
                if (meanings.put(it.name(), it.means()) != null) {
                    throw new Invalid("columns", "import-column-twice", it.name());
                }
            });
            return meanings;
        }
    }

    /**
     * The door of one order, put right before it is one.
     *
     * @param order as the import calls it in its rows
     */
    record DoorPutRight(
            String order,
            @Nullable String lane,
            @Nullable String building,
            @Nullable String unit,
            @Nullable String room) {

        private Correction correction(int at) {
            return new Correction(new TypedDoor(lane, building, unit, room).doorIn("doors[" + at + "]"));
        }
    }

    /**
     * How the orders are taken in.
     *
     * @param doors of orders whose address was not clear; all others go where they were read
     * @param pickupPoint where orders are collected that name no point; the cycle's main point when not said
     */
    record Taking(
            @Nullable List<DoorPutRight> doors, @Nullable UUID pickupPoint) {

        CycleImporting.Wish wish() {
            var corrections = new HashMap<String, Correction>();
            var all = doors == null ? List.<DoorPutRight>of() : doors;
            for (int at = 0; at < all.size(); at++) {
                var door = all.get(at);
                if (corrections.put(door.order(), door.correction(at)) != null) {
                    throw new Invalid("doors", "import-door-twice", door.order());
                }
            }
            return new CycleImporting.Wish(corrections, pickupPoint);
        }
    }

    /** Takes the orders in at once; without "take" the file is only kept, also one whose columns are still to be named. */
    @PostMapping(consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ImportResource> bring(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "true") boolean take,
            @RequestParam(required = false) @Nullable UUID pickupPoint,
            @Nullable CommandKey key) {
        var cycle = cycles.ledBy(me.member(), code);
        var upload = ImportPages.upload(file);
        if (dryRun) {
            return ResponseEntity.ok(ImportResource.of(importing.dryRun(cycle, upload), null));
        }
        var asked = CommandKey.needed(key).about(Fingerprint.of(upload.bytes()) + pickupPoint + (take ? "" : " kept"));
        if (take) {
            var wish = new CycleImporting.Wish(Map.of(), pickupPoint);
            return answered(
                    ResponseEntity.ok(),
                    commands.once(asked, ImportResource.class, () -> bring(me, cycle, upload, wish)));
        }
        var answer = commands.once(
                asked, ImportResource.class, () -> views.of(cycle, importing.upload(me.member(), code, upload)));
        return answered(
                ResponseEntity.created(ImportViews.place(code, answer.value().id())), answer);
    }

    /** A kept file as it is read now. */
    @GetMapping("/{id}")
    ImportResource look(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable UUID id) {
        return views.of(cycles.ledBy(me.member(), code), id);
    }

    /** Remembered for this leader and files with the same headers. Once the orders are in, the columns stay as they are. */
    @PutMapping("/{id}/columns")
    ImportResource nameColumns(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            @RequestBody NamedColumns wanted) {
        naming.nameEach(me.member(), code, id, wanted.meanings());
        return look(me, code, id);
    }

    /** Takes the orders of a kept file in, each once however often it is asked. */
    @PostMapping("/{id}/orders")
    ResponseEntity<ImportResource> take(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            @RequestBody Taking wanted,
            CommandKey key) {
        var cycle = cycles.ledBy(me.member(), code);
        var wish = wanted.wish();
        var answer = commands.once(
                key.with(wanted), ImportResource.class, () -> views.taken(cycle, id, importing.look(cycle, id), wish));
        return answered(ResponseEntity.ok(), answer);
    }

    private ImportResource bring(SignedIn me, CycleCard cycle, Upload upload, CycleImporting.Wish wish) {
        var read = importing.dryRun(cycle, upload);
        return views.taken(cycle, importing.upload(me.member(), cycle.code(), upload), read, wish);
    }

    private static ResponseEntity<ImportResource> answered(
            ResponseEntity.BodyBuilder response, Answer<ImportResource> answer) {
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(answer.value());
    }
}
