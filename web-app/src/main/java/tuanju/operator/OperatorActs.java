package tuanju.operator;

import static tuanju.operator.AboutOperator.whom;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.member.Members;
import tuanju.member.operators.Operators;
import tuanju.secondword.ProposedAct;

/** What operators do about each other once another one has confirmed it; in the trail it is its proposer's. */
@Configuration(proxyBeanMethods = false)
class OperatorActs {

    @Bean
    ProposedAct appointment(Operators operators, Members members) {
        return new AboutOperator(
                AboutOperator.APPOINTMENT,
                members,
                it -> operators.appoint(whom(it), it.proposer(), it.wish().reason()));
    }

    @Bean
    ProposedAct dismissal(Operators operators, Members members) {
        return new AboutOperator(
                AboutOperator.DISMISSAL,
                members,
                it -> operators.dismiss(whom(it), it.proposer(), it.wish().reason()));
    }

    @Bean
    ProposedAct secondFactorReset(Operators operators, Members members) {
        return new AboutOperator(
                AboutOperator.RESET,
                members,
                it -> operators.resetSecondFactor(
                        whom(it), it.proposer(), it.wish().reason()));
    }
}
