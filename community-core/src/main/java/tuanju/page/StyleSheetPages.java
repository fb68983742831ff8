package tuanju.page;

import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the one style sheet under a name that changes with its content. */
@Controller
@RequiredArgsConstructor
class StyleSheetPages {

    private final StyleSheet sheet;

    @GetMapping("/assets/site-{hash}.css")
    ResponseEntity<String> sheet() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(sheet.content());
    }
}
