package tuanju.order.book;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.member.SignedIn;
import tuanju.page.BaseAddress;
import tuanju.payment.Payments;
import tuanju.picture.QrCodes;

/** What a buyer takes along to the pickup point: the code to scan, and a calendar entry. */
@Controller
@RequestMapping("/orders/{code}")
@RequiredArgsConstructor
class PickupPages {

    private final OrderBook book;
    private final Payments payments;
    private final QrCodes qrCodes;
    private final BaseAddress base;
    private final MessageSource messages;
    private final Clock clock;

    /** The pickup code as a QR code; kept by nobody but the buyer. */
    @GetMapping("/pickup-code.svg")
    ResponseEntity<byte[]> qrCode(@PathVariable Code code, @AuthenticationPrincipal SignedIn me) {
        var pickupCode = book.card(me.member(), code).pickupCode();
        if (pickupCode == null) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, "image/svg+xml")
                .body(qrCodes.svg(pickupCode).getBytes(UTF_8));
    }

    /** What a phone scans to pay what was begun on another screen. */
    @GetMapping("/payment.svg")
    ResponseEntity<byte[]> paymentCode(@PathVariable Code code, @AuthenticationPrincipal SignedIn me) {
        var order = book.detail(me.member(), code);
        var way = payments.newest(order.community(), order.card().id().value()).way();
        if (way == null || way.qrContent() == null || !order.card().payable()) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, "image/svg+xml")
                .body(qrCodes.svg(way.qrContent()).getBytes(UTF_8));
    }

    @GetMapping("/pickup.ics")
    ResponseEntity<byte[]> calendar(@PathVariable Code code, @AuthenticationPrincipal SignedIn me) {
        var order = book.detail(me.member(), code);
        var from = order.pickup().from();
        if (from == null) {
            throw new NotFound();
        }
        var title = messages.getMessage(
                "order.calendar.title", new Object[] {order.card().title()}, LocaleContextHolder.getLocale());
        var entry = new PickupCalendar(order, title, base.of("/orders/" + code)).entry(from, clock.instant());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("tuanju-" + code + ".ics")
                                .build()
                                .toString())
                .body(entry.getBytes(UTF_8));
    }
}
