package tuanju.journeys;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tuanju.invariant.InvariantWatch;

@DisplayName("W-07 An operator looks after the program")
class UpkeepIT extends Journey {

    private static final String BALANCES = "I-L3 Every cached balance is the sum of its entries";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private InvariantWatch watch;

    private long offBy;

    @AfterEach
    void putRight() {
        salesAreOffBy(-offBy);
        watch.look(BALANCES);
    }

    @Test
    @DisplayName("Calm while all is well; money that is held back stands first, and goes on with a reason")
    void moneyThatIsHeldBackStandsFirst() {
        operator(Screen.DESK).open("/operate/program").sees("运行状况", "任务和期限").look("program");
        operator(Screen.PHONE).open("/operate/program").sees("运行状况").look("program");

        salesAreOffBy(5);
        watch.look(BALANCES);
        var operator = operator(Screen.DESK).open("/operate").sees("退款已暂停").look("operate-money-held");
        operator(Screen.PHONE).open("/operate/program").sees("退款已暂停").look("program-money-held");
        var english = operator(Screen.PHONE);
        english.page().context().addCookies(List.of(new Cookie("language", "en").setUrl(english.page().url())));
        english.open("/operate/program").sees("No refund is sent").look("program-money-held-en");

        operator.open("/operate/program").look("program-money-held").unfold("仍要放行退款");
        operator.fill("为什么可以放行？", "已和银行核对").press("放行").press("确定").sees("退款已恢复", "已和银行核对").look("program-released");
    }

    private void salesAreOffBy(long fen) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("""
                            update ledger_account set balance_fen = balance_fen + ?
                            where (owner, kind) = (
                                select owner, kind from ledger_account where kind = 'SALES' order by owner limit 1)
                            """)
                    .param(fen)
                    .update();
        });
        offBy += fen;
    }
}
