package tuanju.teambuy;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.picture.LinkPicture.Language;
import tuanju.picture.LinkPictures;

/** The pictures that chats show beside links to teams and offers. */
@Controller
@RequiredArgsConstructor
class TeamLinkPages {

    private final Teams teams;
    private final TeamOffers offers;
    private final TeamLinks links;
    private final Communities communities;
    private final LinkPictures pictures;

    @GetMapping("/t/{code}/link-{language:zh|en}-{state:[0-9a-f]{32}}.jpg")
    ResponseEntity<byte[]> team(
            @PathVariable Code code,
            @PathVariable String language,
            @PathVariable String state,
            HttpServletRequest request) {
        var team = teams.card(code);
        var here = communities.get(team.community());
        return pictures.answer(links.of(team, here, Language.named(language)), state, request);
    }

    @GetMapping("/o/{code}/link-{language:zh|en}-{state:[0-9a-f]{32}}.jpg")
    ResponseEntity<byte[]> offer(
            @PathVariable Code code,
            @PathVariable String language,
            @PathVariable String state,
            HttpServletRequest request) {
        var offer = offers.card(code);
        var here = communities.get(offer.community());
        return pictures.answer(links.of(offer, here, Language.named(language)), state, request);
    }
}
