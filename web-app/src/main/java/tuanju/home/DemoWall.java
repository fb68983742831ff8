package tuanju.home;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.conduct.Appeals;
import tuanju.conduct.Judging;
import tuanju.conduct.Judging.Decision;
import tuanju.conduct.Reason;
import tuanju.conduct.Reporting;
import tuanju.member.MemberId;
import tuanju.note.NoteDraft;
import tuanju.note.NoteWriting;
import tuanju.note.talk.Comments;

/** What is not right on the wall of the demo: four cases, each at another step. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoWall {

    private final NoteWriting writing;
    private final Comments comments;
    private final Reporting reporting;
    private final Judging judging;
    private final Appeals appeals;

    void happen(DemoMorning.Cast cast, String community, List<Code> notes, MemberId operator) {
        // found by a rule
        note(cast.neighbour(3), community, "多了两箱牛奶想转", "保质期还有两个月。打我电话 138-0000-7788，或者加薇信 milk7788。");
        // reported by one
        var rude = comments.write(cast.neighbour(5), notes.get(2), "不会做饭就别写了，看着就没胃口。", null);
        report(cast.neighbour(6), "COMMENT", rude, Reason.RUDE, "说得太难听了");
        // hidden for the time being
        var advert = note(cast.neighbour(7), community, "代购面膜，全网最低", "正品面膜三天到货，要的私信我，下单再送一盒。");
        for (int i = 0; i < 3; i++) {
            report(cast.neighbour(8 + i), "NOTE", advert, Reason.SPAM, i == 0 ? "不是小区里的东西" : "");
        }
        // decided, and appealed
        var doubted = comments.write(cast.neighbour(2), notes.get(4), "这家的鸡蛋不新鲜，我家打开三个坏两个。", null);
        report(cast.neighbour(4), "COMMENT", doubted, Reason.FALSE, "我买的都好好的");
        var about = reporting.waiting(doubted);
        judging.decide(about, new Decision(true, Reason.FALSE, "没有照片，其他邻居都说新鲜", operator), 1);
        appeals.appeal(about, cast.neighbour(2), "我有照片，也和团长说过，她给我退了钱。");
    }

    private Code note(MemberId author, String community, String title, String text) {
        return writing.write(
                author,
                new NoteDraft(community, title, text, List.of("art:milk"), List.of(), List.of(), "PUBLIC", null));
    }

    private void report(MemberId by, String kind, Code code, Reason reason, String words) {
        reporting.report(by, new Reporting.Saying(kind, code.value(), reason.name(), words));
    }
}
