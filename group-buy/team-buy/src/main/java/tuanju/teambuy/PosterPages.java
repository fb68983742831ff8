package tuanju.teambuy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import tuanju.community.Code;
import tuanju.link.Touch;
import tuanju.picture.QrCodes;

/** Pictures of a team to hand on: its QR code and its poster. */
@Controller
@RequestMapping("/t/{code}")
@RequiredArgsConstructor
class PosterPages {

    /** Words in a language belong to whoever asked, not into a cache that others share. */
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePrivate();

    private final Teams teams;
    private final TeamOffers offers;
    private final TeamSharing sharing;
    private final TeamPosters posters;
    private final QrCodes qrCodes;

    /** Also of a personal link, whoever asks: it says no more than its address does. */
    @GetMapping("/qr.svg")
    ResponseEntity<byte[]> qrCode(@PathVariable Code code, @RequestParam(required = false) @Nullable String from) {
        var team = sharing.url(teams.card(code));
        var url =
                Touch.read(from).map(it -> team + "?" + Touch.FIELD + "=" + it).orElse(team);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .header(HttpHeaders.CONTENT_TYPE, "image/svg+xml")
                .body(qrCodes.svg(url).getBytes(StandardCharsets.UTF_8));
    }

    /** 1080 × 1440 pixels; the same state of the team is sent once. */
    @GetMapping("/poster.png")
    ResponseEntity<byte[]> poster(@PathVariable Code code, ServletWebRequest request) {
        var team = teams.card(code);
        var state = '"' + posters.state(team) + '"';
        if (request.checkNotModified(state)) {
            return ResponseEntity.status(304)
                    .eTag(state)
                    .cacheControl(ASK_AGAIN)
                    .build();
        }
        var png = posters.png(team, offers.card(team.offer()).origin(), request.getRequest());
        return ResponseEntity.ok()
                .eTag(state)
                .cacheControl(ASK_AGAIN)
                .contentType(MediaType.IMAGE_PNG)
                .body(png);
    }
}
