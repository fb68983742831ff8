package tuanju.catalog.desk;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.member.MemberId;
import tuanju.table.Tables;

/** What became of a sheet, line by line, read where acts on many rows are. */
@Component
@RequiredArgsConstructor
class KeptSheets {

    private final Tables tables;

    /** In the transaction in which it was done. Answers by which id it can be read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID keep(List<PriceSheet.Done> done, MemberId by) {
        var lines = IntStream.range(0, done.size())
                .mapToObj(it -> new Tables.Became(
                        String.valueOf(it + 1),
                        done.get(it).name(),
                        done.get(it).why()))
                .toList();
        return tables.keep("variants", "sheet", by.value(), lines);
    }
}
