package tuanju.commission;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.link.click.LinkEarnings;
import tuanju.money.Money;

/** What each link earned who shares it: of all its sales that were not refused, as they stand now. */
@Component
@RequiredArgsConstructor
class EarningsByLink implements LinkEarnings {

    private final JdbcClient jdbc;

    @Override
    public Map<Code, Money> of(Collection<Code> links) {
        return jdbc
                .sql("""
            select link_code, sum(fen)::bigint as fen from commission
            where link_code = any(:links::bpchar[]) and review is distinct from 'REFUSED'
            group by link_code
            """)
                .param("links", links.stream().map(Code::value).toArray(String[]::new))
                .query((row, number) ->
                        Map.entry(new Code(row.getString("link_code")), Money.ofFen(row.getLong("fen"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
