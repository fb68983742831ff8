package tuanju.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tuanju.deputy.Right;
import tuanju.desk.Desks;
import tuanju.member.SignedIn;
import tuanju.pickup.LedCycles;
import tuanju.pickup.printing.PrintingWalks;

/** The run sheet as a file, from its page and over REST. */
@RestController
@RequiredArgsConstructor
class RunSheetResource {

    private final Desks desks;
    private final LedCycles cycles;
    private final RunSheets sheets;
    private final PrintingWalks printing;

    @GetMapping({"/lead/cycles/{cycle}/delivery/run-sheet.pdf", "/api/v1/cycles/{cycle}/deliveries/run-sheet.pdf"})
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal SignedIn me, @PathVariable String cycle, Locale locale) {
        var sheet = sheets.of(desks.ofCycle(me.member(), cycle));
        var paper = printing.print(me, cycles.of(me.member(), cycle, Right.HAND_OVER), sheet.orders(), locale);
        var named = ContentDisposition.inline()
                .filename(paper.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(paper.content());
    }
}
