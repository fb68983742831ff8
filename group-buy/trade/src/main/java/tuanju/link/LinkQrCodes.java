package tuanju.link;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.membership.Visibility;
import tuanju.picture.QrCodes;

/** QR codes of pages and of the links to them; whoever asks, they say no more than an address does. */
@Component
@RequiredArgsConstructor
public class LinkQrCodes {

    private final Links links;
    private final QrCodes codes;

    /** Of a page that everybody finds, by the link with this code where that one counts. */
    public ResponseEntity<byte[]> answer(String kind, Code page, @Nullable String from) {
        return answer(kind, page, from, Visibility.PUBLIC);
    }

    /** The same of a page that its reader may see; only what everybody may see is kept by caches that others share. */
    public ResponseEntity<byte[]> answer(String kind, Code page, @Nullable String from, Visibility visibility) {
        var aDay = CacheControl.maxAge(Duration.ofDays(1));
        return ResponseEntity.ok()
                .cacheControl(visibility.isPublic() ? aDay.cachePublic() : aDay.cachePrivate())
                .header(HttpHeaders.CONTENT_TYPE, "image/svg+xml")
                .body(codes.svg(links.address(kind, page, from)).getBytes(StandardCharsets.UTF_8));
    }
}
