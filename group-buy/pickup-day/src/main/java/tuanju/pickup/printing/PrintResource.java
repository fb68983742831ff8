package tuanju.pickup.printing;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.NotFound;
import tuanju.member.SignedIn;
import tuanju.pickup.ListKind;
import tuanju.pickup.printing.Printing.Cut;
import tuanju.pickup.printing.Printing.Print;
import tuanju.pickup.printing.Printing.Wish;

/** Lists and labels as files, from the pages and over REST. */
@RestController
@RequiredArgsConstructor
@RequestMapping({"/api/v1/cycles/{code}", "/lead/cycles/{code}"})
class PrintResource {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Printing printing;

    @GetMapping({"/lists/{list:by-[a-z]+}.pdf", "/lists/{list:pack-matrix|labels|delivery-notes|driver-sheet}.pdf"})
    ResponseEntity<byte[]> pdf(
            @AuthenticationPrincipal SignedIn me, @PathVariable String code, @PathVariable String list, Locale locale) {
        return paper(printing.pdf(new Wish(me, code, locale), ListKind.of(list)));
    }

    @GetMapping({"/lists/{list:by-[a-z]+}.xlsx", "/lists/{list:pack-matrix|labels|delivery-notes|driver-sheet}.xlsx"})
    ResponseEntity<byte[]> workbook(
            @AuthenticationPrincipal SignedIn me, @PathVariable String code, @PathVariable String list, Locale locale) {
        var print = printing.workbook(new Wish(me, code, locale), ListKind.of(list));
        return file(print, XLSX, ContentDisposition.attachment());
    }

    @GetMapping("/labels/{per:by-household|by-piece}.pdf")
    ResponseEntity<byte[]> labels(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @PathVariable String per,
            @RequestParam(defaultValue = "roll") String paper,
            Locale locale) {
        if (!paper.equals("roll") && !paper.equals("a4")) {
            throw new NotFound();
        }
        var cut = new Cut(per.equals("by-piece"), paper.equals("a4"));
        return paper(printing.labels(new Wish(me, code, locale), cut));
    }

    private static ResponseEntity<byte[]> paper(Print print) {
        return file(print, MediaType.APPLICATION_PDF, ContentDisposition.inline());
    }

    private static ResponseEntity<byte[]> file(Print print, MediaType type, ContentDisposition.Builder disposition) {
        var named = disposition.filename(print.name(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(print.content());
    }
}
