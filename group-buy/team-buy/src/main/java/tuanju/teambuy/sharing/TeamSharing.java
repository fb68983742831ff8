package tuanju.teambuy.sharing;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityCard;
import tuanju.link.OwnLink;
import tuanju.page.BaseAddress;
import tuanju.page.OpenGraph;
import tuanju.page.ShareSheet;
import tuanju.picture.LinkPicture;
import tuanju.teambuy.OfferCard;
import tuanju.teambuy.TeamCard;

/** How a team or an offer looks in a chat: its link, the words beside it and its picture. */
@Component
@RequiredArgsConstructor
class TeamSharing {

    private final BaseAddress base;
    private final TeamLinks links;
    private final MessageSource messages;

    /** All of it by the reader's own link, where they made one. */
    ShareSheet sheet(TeamView view, OwnLink own) {
        return own.sheet(
                title(view.team()), description(view.team(), view.community().zone()), true);
    }

    OpenGraph openGraph(TeamView view) {
        var team = view.team();
        return new OpenGraph(
                title(team),
                description(team, view.community().zone()),
                image("/t/" + team.code(), links.of(team, view.community(), language())),
                url(team));
    }

    OpenGraph openGraph(OfferCard offer, CommunityCard community) {
        var title = words("teambuy.share.offer-title", offer.size(), offer.title(), offer.price());
        var text = words("teambuy.share.offer-text", offer.spec(), offer.alonePrice());
        var path = "/o/" + offer.code();
        return new OpenGraph(title, text, image(path, links.of(offer, community, language())), base.of(path));
    }

    /** The address of a team, whole, as it stands in QR codes. */
    String url(TeamCard team) {
        return base.of("/t/" + team.code());
    }

    /** How many are missing, or what became of the team. */
    String progress(TeamCard team) {
        return switch (team.status()) {
            case FORMED -> words("teambuy.share.formed");
            case LAPSED -> words("teambuy.share.lapsed");
            case OPEN -> words("teambuy.share.missing", team.missing());
        };
    }

    /** The team's deadline as the community's clocks show it. */
    String deadline(TeamCard team, ZoneId zone) {
        var pattern = DateTimeFormatter.ofPattern(words("teambuy.moment"), LocaleContextHolder.getLocale());
        return words("teambuy.share.deadline", pattern.format(team.deadline().atZone(zone)));
    }

    String words(String key, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, arguments, locale);
    }

    private String title(TeamCard team) {
        return words("teambuy.share.title", team.size(), team.title(), team.price());
    }

    private String description(TeamCard team, ZoneId zone) {
        return team.running()
                ? words("teambuy.share.text", progress(team), deadline(team, zone), team.alonePrice())
                : progress(team);
    }

    private OpenGraph.Image image(String page, LinkPicture picture) {
        return new OpenGraph.Image(
                base.of(picture.path(page, language())), "image/jpeg", LinkPicture.WIDTH, LinkPicture.HEIGHT);
    }

    private static LinkPicture.Language language() {
        return LinkPicture.Language.of(LocaleContextHolder.getLocale());
    }
}
