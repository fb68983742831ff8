package tuanju.teambuy.sharing;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import tuanju.community.Code;
import tuanju.link.LinkQrCodes;
import tuanju.link.Links;
import tuanju.member.SignedIn;
import tuanju.teambuy.Teams;

/** Pictures of a team to hand on, also by a personal link: its QR code and its poster. */
@Controller
@RequestMapping("/t/{code}")
@RequiredArgsConstructor
class PosterPages {

    private final Teams teams;
    private final Links links;
    private final TeamPosters posters;
    private final LinkQrCodes codes;

    @GetMapping("/qr.svg")
    ResponseEntity<byte[]> qrCode(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable String from) {
        var team = teams.visible(code, me == null ? null : me.member());
        return codes.answer(SharedTeam.KIND, code, from, team.visibility());
    }

    /** 1080 × 1440 pixels; the same state of the team is sent once. */
    @GetMapping("/poster.png")
    ResponseEntity<byte[]> poster(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable String from,
            ServletWebRequest request) {
        var team = teams.visible(code, me == null ? null : me.member());
        return posters.answer(team, links.address(SharedTeam.KIND, code, from), request);
    }
}
