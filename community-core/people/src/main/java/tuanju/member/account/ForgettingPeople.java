package tuanju.member.account;

import java.util.Comparator;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.command.Commands;
import tuanju.member.MemberId;
import tuanju.member.PersonalData;

/** Ends in every module what says who somebody was; again does no harm. */
@Component
@RequiredArgsConstructor
class ForgettingPeople {

    private final ObjectProvider<PersonalData> modules;
    private final PersonalAccount account;
    private final Commands commands;
    private final JdbcClient database;
    private final TransactionOperations transaction;

    /** In the caller's transaction; their account last: others may ask it whether its phone is proven. */
    void forget(MemberId member) {
        commands.forgetOf(member.value().toString());
        modules.stream().sorted(Comparator.comparing(it -> it == account)).forEach(module -> forget(member, module));
    }

    private void forget(MemberId member, PersonalData module) {
        var asked = module.asked(member);
        module.tables().stream()
                .flatMap(table -> table.forgotten().stream())
                .forEach(statement -> database.sql(statement).params(asked).update());
        module.forget(member);
    }

    /**
     * Again for those who left since two days ago: a command or an event that was under way while they left may have written
     * down what it knew of them.
     */
    void again() {
        database.sql("select id from member where closed_at > now() - interval '2 days'")
                .query(UUID.class)
                .list()
                .forEach(it -> transaction.executeWithoutResult(status -> forget(new MemberId(it))));
    }
}
