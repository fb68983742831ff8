package tuanju.cycle.ordering;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityCard;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleView;
import tuanju.page.BaseAddress;
import tuanju.page.OpenGraph;
import tuanju.picture.LinkPicture;
import tuanju.picture.LinkPicture.Language;
import tuanju.picture.LinkPicture.Seats;

/** How a cycle looks in a chat: its link, the words beside it and its picture. */
@Component
@RequiredArgsConstructor
class CycleSharing {

    private static final int NAMED_PRODUCTS = 3;

    private final BaseAddress base;
    private final MessageSource messages;
    private final Clock clock;

    OpenGraph openGraph(CycleCard cycle, List<CycleProduct> products, CommunityCard community) {
        var language = Language.of(LocaleContextHolder.getLocale());
        var path = "/c/" + cycle.code();
        var sold = CycleProduct.stillSold(products);
        var goods = sold.stream()
                .limit(NAMED_PRODUCTS)
                .map(CycleProduct::name)
                .distinct()
                .collect(Collectors.joining(words(language, "cycle.share.comma")));
        return new OpenGraph(
                cycle.title() + " · " + community.name(),
                words(language, "cycle.share.text", goods, sold.size(), stands(cycle, community, language)),
                new OpenGraph.Image(
                        base.of(picture(cycle, products, community, language).path(path, language)),
                        "image/jpeg",
                        LinkPicture.WIDTH,
                        LinkPicture.HEIGHT),
                base.of(path));
    }

    /** The first product stands for all; a cycle without goods shows a tile. */
    LinkPicture picture(CycleCard cycle, List<CycleProduct> products, CommunityCard community, Language language) {
        var sold = CycleProduct.stillSold(products);
        var first = sold.isEmpty() ? null : sold.getFirst();
        return new LinkPicture(
                first == null ? null : first.picture(),
                cycle.title(),
                first == null ? "" : first.title(),
                sold.size() > 1 ? words(language, "cycle.share.goods", sold.size()) : "",
                price(first),
                Seats.NONE,
                stands(cycle, community, language),
                List.of(words(language, "cycle.share.brand"), community.name()));
    }

    /** Of a piece; what is weighed has none before it lies on the scale. */
    private static String price(@Nullable CycleProduct first) {
        return first == null || first.terms().weight() != null
                ? ""
                : first.price().toString();
    }

    /** Until when one can order, by the day: a word like today would grow old in a chat. */
    String stands(CycleCard cycle, CommunityCard community, Language language) {
        return switch (CycleView.Phase.of(cycle, clock.instant())) {
            case DRAFT, SOON, OPEN -> until(cycle.cutOff(), community, language);
            case BOXFILL ->
                cycle.terms().boxfillUntil() instanceof Instant until
                        ? until(until, community, language)
                        : words(language, "cycle.share.over");
            case PAYING, SHORT, CLOSED -> words(language, "cycle.share.over");
            case LAPSED -> words(language, "cycle.share.lapsed");
        };
    }

    private String until(Instant moment, CommunityCard community, Language language) {
        var pattern = DateTimeFormatter.ofPattern(words(language, "cycle.share.moment"), language.locale());
        return words(language, "cycle.share.until", pattern.format(moment.atZone(community.zone())));
    }

    String words(Language language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }
}
