package tuanju.home;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.demand.IdeaAnswers;
import tuanju.demand.Ideas;

/** What the neighbours of the demo want and are not happy with, who votes for it, and what their leader says. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoIdeas {

    private static final List<Ideas.Draft> ALL = List.of(
            wish("想团东北大米", "十斤装的就行，家里三口人两个月吃一袋。"),
            wish("周末也开一次提货", "工作日七点才到家，提货点已经关了。"),
            gripe("上周的草莓压坏了几颗", "最底下一层有水，能不能用硬一点的盒子？"),
            wish("杂粮：小米、燕麦、红豆", "老人血糖高，想少吃白米。"),
            wish("现做的豆浆和豆腐", ""),
            gripe("接龙消息太多", "一天十几条，能不能只在截单前提醒一次？"),
            wish("有机蔬菜盒，每周一次", "品种不用挑，当季就好。"),
            wish("儿童牛奶，小瓶装", "带去学校的那种。"),
            gripe("提货点下雨没有遮的地方", "排队淋湿过两次。"),
            wish("本地早餐：烧饼和茶叶蛋", ""),
            wish("想要小米", "熬粥用的。"),
            wish("宠物粮拼团", "猫粮大包的便宜很多。"));

    private static final List<Integer> VOTES = List.of(5, 4, 3, 3, 2, 2, 2, 2, 1, 1, 2, 3);
    private static final int MILLET = 10;
    private static final int GRAINS = 3;

    private final Ideas ideas;
    private final IdeaAnswers answers;

    /** Everybody belongs there already. */
    void write(DemoMorning.Cast cast, String community) {
        var written = new ArrayList<Code>();
        for (int i = 0; i < ALL.size(); i++) {
            written.add(ideas.write(cast.neighbour(i * 3 + 1), community, ALL.get(i)));
        }
        // eleven neighbours one after the other, so that nobody gives more votes than they have
        int next = 0;
        for (int i = 0; i < ALL.size(); i++) {
            for (int voter = 0; voter < VOTES.get(i); voter++) {
                ideas.vote(cast.neighbour(next++), written.get(i));
            }
        }
        var leader = cast.leader();
        answers.merge(leader, written.get(MILLET), written.get(GRAINS).value());
        answers.become(leader, written.get(0), "PLANNED", "联系了五常的合作社，下周拿样米，好吃就开团。");
        answers.become(leader, written.get(1), "TRYING", "这个月周六上午十点到十二点先试两次。");
        answers.become(leader, written.get(2), "HERE", "供货方换了硬盒，这周起都用新盒子。");
        answers.become(leader, written.get(11), "DECLINED", "提货点放不下大包，等有了仓库再说。");
    }

    private static Ideas.Draft wish(String title, String text) {
        return new Ideas.Draft("WISH", title, text);
    }

    private static Ideas.Draft gripe(String title, String text) {
        return new Ideas.Draft("GRIPE", title, text);
    }
}
