package tuanju.desk.offline;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What a phone installs of the desk: its manifest, and a page without anybody's data that is filled from the phone. */
@Controller
@RequiredArgsConstructor
class ShellPages {

    private final MessageSource messages;

    /** What the phone shows among its programs. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Manifest(
            String id,
            String name,
            String shortName,
            String startUrl,
            String scope,
            String display,
            String lang,
            String backgroundColor,
            String themeColor,
            List<Icon> icons) {}

    /** A picture of the program. */
    record Icon(String src, String sizes, String type, String purpose) {}

    @GetMapping("/lead/desk/shell")
    String shell(Model model) {
        model.addAttribute("unread", null);
        return "desk/shell";
    }

    @GetMapping("/manifest.webmanifest")
    ResponseEntity<Manifest> manifest(Locale locale) {
        var icons = List.of(
                new Icon("/desk/icon-192.png", "192x192", "image/png", "any"),
                new Icon("/desk/icon-512.png", "512x512", "image/png", "any"),
                new Icon("/desk/icon-maskable-512.png", "512x512", "image/png", "maskable"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/manifest+json"))
                .body(new Manifest(
                        "/lead/desk",
                        messages.getMessage("desk.app.name", null, locale),
                        messages.getMessage("desk.title", null, locale),
                        "/lead/desk",
                        "/lead/",
                        "standalone",
                        locale.toLanguageTag(),
                        "#FFFDF9",
                        "#E4572E",
                        icons));
    }
}
