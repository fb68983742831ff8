package tuanju.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when nothing can be kept in the data directory. */
class DirectoryUnusableAnalyzer extends AbstractFailureAnalyzer<DirectoryUnusable> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, DirectoryUnusable cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Make room or give the user of this program the right to write there, or name another directory:"
                        + " TUANJU_DATA=./data2",
                cause);
    }
}
