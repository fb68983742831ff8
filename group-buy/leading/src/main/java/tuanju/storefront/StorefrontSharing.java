package tuanju.storefront;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tuanju.card.Card;
import tuanju.link.OwnLink;
import tuanju.page.BaseAddress;
import tuanju.page.OpenGraph;
import tuanju.page.ShareSheet;
import tuanju.picture.PosterCanvas;

/** How a storefront looks in a chat: its link, the words beside it and its picture. */
@Component
@RequiredArgsConstructor
class StorefrontSharing {

    private final BaseAddress base;
    private final MessageSource messages;

    /** All of it by the reader's own link, where they made one. */
    ShareSheet sheet(StorefrontView view, OwnLink own) {
        return own.sheet(title(view), description(view), true);
    }

    OpenGraph openGraph(StorefrontView view) {
        var path = view.front().path();
        var poster = new OpenGraph.Image(
                base.of(path + "/poster.png"), "image/png", PosterCanvas.WIDTH, PosterCanvas.HEIGHT);
        return new OpenGraph(title(view), description(view), poster, base.of(path));
    }

    String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** A cycle and until when one can order, as the community's clocks show it. */
    String until(String key, StorefrontView view, Card cycle) {
        var until = cycle.turns();
        return until == null ? cycle.title() : words(key, cycle.title(), moment(view, until));
    }

    private String moment(StorefrontView view, Instant moment) {
        return DateTimeFormatter.ofPattern(words("storefront.moment"), LocaleContextHolder.getLocale())
                .format(moment.atZone(view.community().zone()));
    }

    private String title(StorefrontView view) {
        return words("storefront.title", view.leader().name(), view.community().name());
    }

    private String description(StorefrontView view) {
        if (!view.cycles().isEmpty()) {
            return until("storefront.share.cycle", view, view.cycles().getFirst());
        }
        return view.front().headline().isEmpty()
                ? words("storefront.share.text")
                : view.front().headline();
    }
}
