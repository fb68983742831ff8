package tuanju;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** What module tests start: the modules of this wing, without the runnable application above them. */
@SpringBootApplication
@Modulithic
class TestApplication {}
