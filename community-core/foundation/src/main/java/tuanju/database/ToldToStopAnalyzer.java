package tuanju.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says that nothing went wrong: somebody changed their mind. */
class ToldToStopAnalyzer extends AbstractFailureAnalyzer<ToldToStop> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, ToldToStop cause) {
        return new FailureAnalysis(
                "It was told to stop before it had started, and has stopped.",
                "Start it again whenever you like.",
                cause);
    }
}
