package tuanju.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when a second program is started on one data directory. */
class DirectoryInUseAnalyzer extends AbstractFailureAnalyzer<DirectoryInUse> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, DirectoryInUse cause) {
        return new FailureAnalysis(
                "Another Tuanju already works on the data in " + cause.getDirectory() + ".",
                "Stop it, or give this one a directory of its own: TUANJU_DATA=./data2",
                cause);
    }
}
