package tuanju.wallet;

import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.ledger.Account.Kind;
import tuanju.ledger.Ledger;
import tuanju.money.SignedMoney;

/** What communities owe their members as credit, as the ledger has it at one moment. */
@Component
@RequiredArgsConstructor
public class CreditOwed {

    private final JdbcClient jdbc;
    private final Ledger ledger;

    /** By community; one without credit is missing. */
    @Transactional(readOnly = true)
    public Map<CommunityId, SignedMoney> all() {
        var homes = new HashMap<UUID, CommunityId>();
        jdbc.sql("select id, community_id from wallet").query((ResultSet row) -> {
            homes.put(row.getObject("id", UUID.class), new CommunityId(row.getObject("community_id", UUID.class)));
        });
        var owed = new HashMap<CommunityId, SignedMoney>();
        ledger.balances(homes.keySet()).forEach((account, balance) -> {
            var home = homes.get(account.owner());
            if (account.kind() == Kind.WALLET && home != null) {
                owed.merge(home, balance, SignedMoney::plus);
            }
        });
        return owed;
    }
}
