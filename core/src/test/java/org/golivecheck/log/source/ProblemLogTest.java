package org.golivecheck.log.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ProblemCount;

class ProblemLogTest {

  private static LogProblem problem(int number) {
    return new LogProblem(ProblemCode.ENCRYPTED, "%05d".formatted(number), 0, -1, "encrypted");
  }

  @Property(tries = 100)
  void firstTwentyAreKeptInAnyOrderAndTheOthersCounted(
      @ForAll @IntRange(max = 60) int problems, @ForAll long seed) {
    ProblemLog log = new ProblemLog();
    List<LogProblem> shuffled =
        IntStream.range(0, problems)
            .mapToObj(ProblemLogTest::problem)
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(shuffled, new Random(seed));
    shuffled.forEach(log::report);
    log.report(new LogProblem(ProblemCode.LIMIT_REACHED, "z", 0, -1, "limit"));

    List<ProblemCount> rows = log.rows();
    int kept = Math.min(20, problems);
    assertThat(rows).hasSize(kept + 1);
    assertThat(rows.stream().mapToLong(ProblemCount::count).sum()).isEqualTo(problems + 1L);
    for (int i = 0; i < kept; i++) {
      assertThat(rows.get(i).problem()).isEqualTo(problem(i));
      assertThat(rows.get(i).count()).isEqualTo(i < 19 ? 1 : 1L + Math.max(0, problems - 20));
    }
    assertThat(rows.get(kept).problem().code()).isEqualTo(ProblemCode.LIMIT_REACHED);
  }
}
