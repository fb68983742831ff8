package tuanju.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every component on one page, for those who build pages; not there in production. */
@Controller
@Profile("!production")
@RequiredArgsConstructor
class GalleryPages {

    private final Clock clock;

    /** A price as the money fragment reads it. */
    record Price(long wholeYuan, String fenDigits) {}

    /** A face as the avatar fragment reads it. */
    record Face(int hue, String initial, String name) {}

    /** A product with everything a card of it shows. */
    record Sample(String picture, String title, String spec, Price price, Price alone, int teams, Instant until) {}

    @GetMapping("/gallery")
    String gallery(@RequestParam(defaultValue = "shopper") String layout, Model model) {
        var now = clock.instant();
        model.addAttribute("price", new Price(39, "90"));
        model.addAttribute("soon", now.plus(Duration.ofMinutes(34)));
        model.addAttribute("later", now.plus(Duration.ofHours(27)));
        model.addAttribute("faces", List.of(new Face(18, "李", "小李"), new Face(140, "王", "王姐")));
        model.addAttribute("samples", samples(now));
        model.addAttribute("active", "home");
        return layout.equals("operator") ? "page/gallery-operator" : "page/gallery";
    }

    private static List<Sample> samples(Instant now) {
        return List.of(
                sample("grapes", "阳光玫瑰葡萄", "云南 · 2斤装", "39.90", 3, now.plus(Duration.ofHours(5))),
                sample("eggs", "散养土鸡蛋", "崇明 · 30枚", "29.90", 1, now.plus(Duration.ofDays(1))),
                sample("strawberries", "红颜草莓", "丹东 · 1斤", "26.80", 0, now.plus(Duration.ofDays(2))),
                sample("milk", "鲜牛奶", "上海 · 950ml×2", "19.90", 2, now.plus(Duration.ofDays(3))));
    }

    private static Sample sample(String picture, String title, String spec, String yuan, int teams, Instant until) {
        var digits = yuan.split("\\.", -1);
        var price = new Price(Long.parseLong(digits[0]), digits[1]);
        return new Sample(picture, title, spec, price, new Price(price.wholeYuan() + 12, "00"), teams, until);
    }
}
