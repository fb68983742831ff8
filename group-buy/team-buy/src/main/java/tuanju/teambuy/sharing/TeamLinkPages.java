package tuanju.teambuy.sharing;

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
import tuanju.teambuy.TeamOffers;
import tuanju.teambuy.Teams;

/** The pictures that chats show beside links to teams and offers; a chat is nobody, so that what is for members has none. */
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
        var team = teams.visible(code, null);
        var here = communities.get(team.community());
        return pictures.answer(links.of(team, here, Language.named(language)), state, request);
    }

    @GetMapping("/o/{code}/link-{language:zh|en}-{state:[0-9a-f]{32}}.jpg")
    ResponseEntity<byte[]> offer(
            @PathVariable Code code,
            @PathVariable String language,
            @PathVariable String state,
            HttpServletRequest request) {
        var offer = offers.visible(code, null);
        var here = communities.get(offer.community());
        return pictures.answer(links.of(offer, here, Language.named(language)), state, request);
    }
}
