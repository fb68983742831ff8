package tuanju.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.database.Ids;
import tuanju.money.Money;
import tuanju.money.SignedMoney;

/**
 * Books transfers. Call it last in a transaction and once with all its transfers: accounts of a community are busy rows,
 * and the database locks them in one order within a call.
 * A source and step booked before is not booked again; asking for something else under it is a mistake of the program.
 */
@Component
@Transactional
@RequiredArgsConstructor
public class Ledger {

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;

    /** Moves money at once, all or nothing. Refuses (409) when an account that may not be negative would become so. */
    public void post(Transfer... transfers) {
        var lines = new ArrayList<Line>();
        for (var transfer : transfers) {
            lines.add(new Line(Ids.next(), "POSTED", transfer, null, null));
        }
        book(lines);
    }

    /** Sets money aside: it stays in the debited account but can no longer be spent. Answers the hold's id. */
    public UUID hold(Transfer transfer) {
        return book(new Line(Ids.next(), "HELD", transfer, null, null));
    }

    /** Ends a hold by moving this much of it; the rest is free again. Refuses (409) a hold that has ended. */
    public UUID settle(UUID hold, Source source, Money amount) {
        var held = transfer(hold);
        return book(
                new Line(Ids.next(), "SETTLED", new Transfer(source, held.debit(), held.credit(), amount), hold, null));
    }

    /** Ends a hold without moving anything. Refuses (409) a hold that has ended. */
    public UUID release(UUID hold, Source source) {
        var held = transfer(hold);
        var whole = new Transfer(source, held.debit(), held.credit(), held.amount());
        return book(new Line(Ids.next(), "RELEASED", whole, hold, null));
    }

    /** Takes this much of a transfer back. Refuses (409) more than is left of it. */
    public UUID reverse(UUID original, Source source, Money amount) {
        var booked = transfer(original);
        var back = new Transfer(source, booked.credit(), booked.debit(), amount);
        return book(new Line(Ids.next(), "REVERSED", back, null, original));
    }

    /** The id of the transfer booked for this source and step. */
    @Transactional(readOnly = true)
    public Optional<UUID> booked(Source source) {
        return jdbc.sql("select id from ledger_transfer where source_type = ? and source_id = ? and step = ?")
                .params(source.type(), source.id(), source.step())
                .query(UUID.class)
                .optional();
    }

    /** Credits minus debits; zero for an account that nothing was booked on. */
    @Transactional(readOnly = true)
    public SignedMoney balance(Account account) {
        return jdbc.sql("select balance_fen from ledger_account where owner = ? and kind = ?")
                .params(account.owner(), account.kind().name())
                .query(Long.class)
                .optional()
                .map(SignedMoney::new)
                .orElse(SignedMoney.ZERO);
    }

    /** What of the balance is not set aside; never less than nothing. */
    @Transactional(readOnly = true)
    public Money free(Account account) {
        return jdbc.sql("select greatest(balance_fen - held_fen, 0) from ledger_account where owner = ? and kind = ?")
                .params(account.owner(), account.kind().name())
                .query(Long.class)
                .optional()
                .map(Money::ofFen)
                .orElse(Money.ZERO);
    }

    /** What each community's sales put into its referrers' accounts, less what came back out of them. */
    @Transactional(readOnly = true)
    public Map<UUID, SignedMoney> commissions() {
        return jdbc
                .sql("""
                        select owner, sum(fen)::bigint as fen from (
                            select debit_owner as owner, amount_fen as fen from ledger_transfer
                            where credit_kind in ('COMMISSION', 'COMMISSION_DEBT') and debit_kind = 'SALES'
                            union all
                            select credit_owner, -amount_fen from ledger_transfer
                            where debit_kind in ('COMMISSION', 'COMMISSION_DEBT') and credit_kind = 'SALES') moved
                        group by owner
                        """)
                .query((row, number) ->
                        Map.entry(row.getObject("owner", UUID.class), new SignedMoney(row.getLong("fen"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All accounts of all these owners with their balances, in one query and so of one moment. */
    @Transactional(readOnly = true)
    public Map<Account, SignedMoney> balances(Collection<UUID> owners) {
        return jdbc
                .sql("select kind, owner, balance_fen from ledger_account where owner = any(cast(:owners as uuid[]))")
                .param("owners", owners.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query((row, number) -> Map.entry(
                        new Account(Account.Kind.valueOf(row.getString("kind")), row.getObject("owner", UUID.class)),
                        new SignedMoney(row.getLong("balance_fen"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private UUID book(Line line) {
        book(List.of(line));
        return booked(line.transfer().source()).orElseThrow();
    }

    private void book(List<Line> lines) {
        var values = String.join(", ", Collections.nCopies(lines.size(), ROW));
        var sql = """
                insert into ledger_transfer (id, source_type, source_id, step, stage, debit_owner, debit_kind,
                    credit_owner, credit_kind, amount_fen, hold_id, original_id)
                values %s
                on conflict on constraint ledger_transfer_booked_once do nothing
                """.formatted(values);
        int booked;
        try {
            booked = jdbc.sql(sql)
                    .params(lines.stream().flatMap(it -> it.columns().stream()).toList())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw refusal(e);
        }
        if (booked < lines.size()) {
            lines.forEach(this::requireTheSameAsBooked);
        }
    }

    private void requireTheSameAsBooked(Line line) {
        var earlier = transfer(booked(line.transfer().source()).orElseThrow());
        if (!earlier.equals(line.transfer())) {
            throw new IllegalStateException("Booked before as " + earlier + ", now asked as " + line.transfer());
        }
    }

    private Transfer transfer(UUID id) {
        return jdbc.sql("select * from ledger_transfer where id = ?")
                .param(id)
                .query((row, number) -> new Transfer(
                        new Source(
                                row.getString("source_type"),
                                row.getObject("source_id", UUID.class),
                                row.getString("step")),
                        new Account(
                                Account.Kind.valueOf(row.getString("debit_kind")),
                                row.getObject("debit_owner", UUID.class)),
                        new Account(
                                Account.Kind.valueOf(row.getString("credit_kind")),
                                row.getObject("credit_owner", UUID.class)),
                        Money.ofFen(row.getLong("amount_fen"))))
                .single();
    }

    private static RuntimeException refusal(DataIntegrityViolationException e) {
        var constraint = e.getMostSpecificCause() instanceof PSQLException cause
                        && cause.getServerErrorMessage() != null
                        && cause.getServerErrorMessage().getConstraint() != null
                ? cause.getServerErrorMessage().getConstraint()
                : "";
        return switch (constraint) {
            case "ledger_account_covered" -> new CannotBook(CannotBook.Reason.NOT_ENOUGH);
            case "ledger_transfer_reversal" -> new CannotBook(CannotBook.Reason.REVERSED_ALREADY);
            case "ledger_transfer_hold", "ledger_transfer_hold_ends_once" ->
                new CannotBook(CannotBook.Reason.HOLD_ENDED);
            default -> e;
        };
    }

    /** A row to be written: the transfer, its stage, and the hold it ends or the original it takes back. */
    private record Line(
            UUID id,
            String stage,
            Transfer transfer,
            @Nullable UUID hold,
            @Nullable UUID original) {

        List<@Nullable Object> columns() {
            var columns = new ArrayList<@Nullable Object>();
            var source = transfer.source();
            Collections.addAll(columns, id, source.type(), source.id(), source.step(), stage);
            Collections.addAll(
                    columns, transfer.debit().owner(), transfer.debit().kind().name());
            Collections.addAll(
                    columns, transfer.credit().owner(), transfer.credit().kind().name());
            Collections.addAll(columns, transfer.amount().fen(), hold, original);
            return columns;
        }
    }
}
