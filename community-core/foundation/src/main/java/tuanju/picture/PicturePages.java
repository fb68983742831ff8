package tuanju.picture;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tuanju.command.NotFound;

/** Serves uploaded pictures and tiles; both never change under their address, so they are kept for a year. */
@Controller
@RequiredArgsConstructor
class PicturePages {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PictureRows rows;

    @GetMapping("/pictures/{code:[a-z0-9]{20}}-{width:400|800|1600}.jpg")
    ResponseEntity<byte[]> picture(@PathVariable String code, @PathVariable int width) {
        byte[] jpeg = rows.jpeg(code, width).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(FOR_EVER)
                .body(jpeg);
    }

    @GetMapping("/tiles/{kind}-{hue:\\d{1,3}}.svg")
    ResponseEntity<byte[]> tile(@PathVariable String kind, @PathVariable int hue) {
        String svg = Tiles.svg(TileKind.at(kind), Math.floorMod(hue, 360));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml;charset=UTF-8"))
                .cacheControl(FOR_EVER)
                .body(svg.getBytes(StandardCharsets.UTF_8));
    }
}
