package tuanju.cycle.importing;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Fingerprint;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.importing.CycleImports.Upload;
import tuanju.member.SignedIn;

/** A leader begins a cycle from another tool's export, for programs. */
@RestController
@RequiredArgsConstructor
class NewImportResources {

    private final OrderCycles cycles;
    private final CycleImports imports;
    private final CycleImporting importing;
    private final ImportViews views;
    private final Leaders leaders;
    private final Commands commands;

    /**
     * What came of it.
     *
     * @param fresh false where the leader brought this very file before: it is in that cycle
     */
    record Begun(ImportResource brought, boolean fresh) {}

    /**
     * Keeps the file with a new cycle, a draft until its orders are taken in; a file brought before leads to its cycle (200).
     * The community by its short code, needed only by who leads several.
     */
    @PostMapping(path = "/api/v1/imports", consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ImportResource> begin(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(required = false) @Nullable UUID pickupPoint,
            CommandKey key) {
        var home = new CycleImporting.Home(community(me, community).id(), pickupPoint);
        var upload = ImportPages.upload(file);
        var answer = commands.once(
                key.about(home + Fingerprint.of(upload.bytes())), Begun.class, () -> begin(me, home, upload));
        var brought = answer.value().brought();
        var response = ResponseEntity.status(answer.value().fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(ImportViews.place(new Code(String.valueOf(brought.cycle())), brought.id()));
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(brought);
    }

    private Begun begin(SignedIn me, CycleImporting.Home home, Upload upload) {
        boolean known = importing.isKnown(me.member(), home.community(), upload);
        var cycle = cycles.ledBy(me.member(), importing.uploadNew(me.member(), home, upload));
        var file = imports.with(cycle, upload).orElseThrow(NotFound::new);
        return new Begun(views.of(cycle, file), !known);
    }

    private CommunityCard community(SignedIn me, @Nullable String shortCode) {
        return leaders.communitiesLedBy(me.member()).stream()
                .filter(each -> shortCode == null || each.shortCode().equals(shortCode))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
