package tuanju.home;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.taster.TasterAppointing;
import tuanju.taster.TasterQuestions;
import tuanju.taster.Tastings;
import tuanju.taster.Tastings.Step;

/** The shopper looks after the fruit of the demo community: three finds, one question answered and one that waits. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoTaster {

    private final TasterAppointing appointing;
    private final Tastings tastings;
    private final TasterQuestions questions;
    private final Memberships memberships;

    void taste(DemoMorning.Cast cast, MemberId operator) {
        var taster = cast.neighbours().getFirst();
        var code = appointing.appoint(cast.community(), taster, "水果", 4, operator);
        var plum = tastings.scout(taster, code, "东山杨梅", "村口老张家的，早上摘，中午到。");
        tastings.become(taster, code, plum, new Step("TRIED", "酸甜正好，核小；压在底下的有点软。", null));
        var melon = tastings.scout(taster, code, "三亚蜜瓜", "朋友从海南寄来的，说糖度高。");
        tastings.become(taster, code, melon, new Step("DROPPED", "甜是甜，路上四天，十个烂了三个。", null));
        tastings.scout(taster, code, "攀枝花芒果", "树上熟的，先订十斤尝尝。");
        for (int at = 0; at < 2; at++) {
            memberships.join(cast.neighbour(at), cast.community());
        }
        var asked = questions.ask(cast.neighbour(0), code, "杨梅什么时候能开团？");
        questions.answer(taster, code, asked, "再试一批，不软了就开，大概下周。");
        questions.ask(cast.neighbour(1), code, "有没有不酸的橙子？");
    }
}
