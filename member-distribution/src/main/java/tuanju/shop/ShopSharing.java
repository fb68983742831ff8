package tuanju.shop;

import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tuanju.link.OwnLink;
import tuanju.page.BaseAddress;
import tuanju.page.OpenGraph;
import tuanju.page.ShareSheet;
import tuanju.picture.PosterCanvas;

/** How a shop looks in a chat: its link, the words beside it and its picture. */
@Component
@RequiredArgsConstructor
class ShopSharing {

    private final BaseAddress base;
    private final MessageSource messages;

    ShareSheet sheet(ShopView view, OwnLink own) {
        return own.sheet(title(view), description(view), true);
    }

    OpenGraph openGraph(ShopView view) {
        var path = view.shop().path();
        var poster = new OpenGraph.Image(
                base.of(path + "/poster.png"), "image/png", PosterCanvas.WIDTH, PosterCanvas.HEIGHT);
        return new OpenGraph(title(view), description(view), poster, base.of(path));
    }

    String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private String title(ShopView view) {
        return words("shop.share.title", view.shop().title(), view.community().name());
    }

    private String description(ShopView view) {
        var goods = view.onOffer();
        return goods.isEmpty()
                ? words("shop.share.text")
                : words("shop.share.goods", goods.getFirst().card().title(), goods.size());
    }
}
