package tuanju.cycle.importing;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.Problem;
import tuanju.command.Problems;
import tuanju.command.Refusal;

/** Says in the reader's language why a file was not taken. */
@Component
@RequiredArgsConstructor
class ImportRefusals {

    private final Problems problems;

    String inWords(Refusal refusal) {
        var problem = problems.of(refusal);
        return problem.errors().stream()
                .findFirst()
                .map(Problem.FieldProblem::message)
                .orElse(problem.detail());
    }
}
