package tuanju.home;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tuanju.card.Card;
import tuanju.card.CardPrice;
import tuanju.card.CardRef;
import tuanju.card.CardRef.Kind;
import tuanju.card.Showcase;
import tuanju.card.Viewer;
import tuanju.community.Code;
import tuanju.picture.Pictures;

/** Whoever signs in on the way to some goods sees them while they do (W-58). */
@Component
@RequiredArgsConstructor
class BeforeSigningIn implements WebMvcConfigurer, HandlerInterceptor {

    private static final Pattern GOODS =
            Pattern.compile("/(?:checkout/(teams|offers)/|(t|o|c)/)([0-9A-TV-Za-tv-z]{14})(?:[/?#].*)?");
    private static final int WIDTH = 144;

    private final Showcase showcase;
    private final Pictures pictures;
    private final MessageSource messages;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/sign-in", "/sign-in/**");
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.getModel().get("next") instanceof String next && !isRedirect(page)) {
            ref(next).flatMap(this::purpose).ifPresent(it -> page.addObject("purpose", it));
        }
    }

    private static boolean isRedirect(ModelAndView page) {
        return page.getViewName() == null || page.getViewName().startsWith("redirect:");
    }

    /** What the way leads to; empty where it leads to no goods. */
    private static Optional<CardRef> ref(String next) {
        var goods = GOODS.matcher(next);
        if (!goods.matches()) {
            return Optional.empty();
        }
        var kind = switch (goods.group(1) == null ? goods.group(2) : goods.group(1)) {
            case "teams", "t" -> Kind.TEAM;
            case "c" -> Kind.CYCLE;
            default -> Kind.OFFER;
        };
        return Optional.of(new CardRef(kind, new Code(goods.group(3))));
    }

    /** As a stranger may see it; what is for members only stays unseen. */
    private Optional<Purpose> purpose(CardRef ref) {
        return showcase.cards(Viewer.of(null), List.of(ref)).stream()
                .findFirst()
                .map(card -> {
                    var picture = card.pictures().getFirst();
                    var then = card.isBuyable() ? words("home.purpose." + ref.kind()) : "";
                    var says = Stream.of(card.said().sentence(), then)
                            .filter(it -> !it.isEmpty())
                            .collect(Collectors.joining(" · "));
                    return new Purpose(
                            pictures.url(picture.picture(), picture.name(), WIDTH), card.title(), price(card), says);
                });
    }

    private String price(Card card) {
        var price = card.price();
        return price == null ? "" : said(price);
    }

    private String said(CardPrice price) {
        return price.isRange()
                ? words("home.purpose.from", price.from())
                : price.from().toString();
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
