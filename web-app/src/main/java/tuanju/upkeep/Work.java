package tuanju.upkeep;

import java.util.List;
import tuanju.job.Jobs.Deadlines;
import tuanju.job.Jobs.Job;

/** What the program does by the clock. */
record Work(List<Job> jobs, List<Deadlines> deadlines) {

    /** A job may fail once or twice, when the database was restarted under it. */
    private static final int FAILURES = 3;

    Work {
        jobs = List.copyOf(jobs);
        deadlines = List.copyOf(deadlines);
    }

    int late() {
        return (int) jobs.stream().filter(Job::late).count()
                + deadlines.stream().mapToInt(Deadlines::late).sum();
    }

    int failing() {
        return (int) jobs.stream().filter(it -> it.failures() >= FAILURES).count()
                + deadlines.stream().mapToInt(Deadlines::failing).sum();
    }

    /** Jobs that an operator should see at once. */
    public List<Job> wrong() {
        return jobs.stream()
                .filter(it -> it.late() || it.failures() >= FAILURES)
                .toList();
    }

    public int waiting() {
        return deadlines.stream().mapToInt(Deadlines::waiting).sum();
    }
}
