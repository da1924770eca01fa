package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class CallSorterTest {

  @Property(tries = 300)
  void sortsLikeAListHoweverLittleFitsIntoMemory(
      @ForAll("rows") List<CallRow> rows, @ForAll @IntRange(min = 1, max = 20) int rowsInMemory)
      throws IOException {
    List<CallRow> expected = new ArrayList<>(rows);
    expected.sort(CallRow.ORDER);
    try (CallSorter sorter = new CallSorter(rowsInMemory)) {
      rows.parallelStream().forEach(sorter::add);

      assertThat(printed(sorter)).isEqualTo(expected);
      assertThat(printed(sorter)).as("a second time").isEqualTo(expected);
    }
  }

  private static List<CallRow> printed(CallSorter sorter) throws IOException {
    List<CallRow> printed = new ArrayList<>();
    sorter.forEach(printed::add);
    return printed;
  }

  @Provide
  Arbitrary<List<CallRow>> rows() {
    Arbitrary<Instant> times =
        Arbitraries.longs()
            .between(0, 3)
            .flatMap(
                second ->
                    Arbitraries.of(0, 100, 999_999_900)
                        .map(nano -> Instant.ofEpochSecond(second, nano)));
    Arbitrary<String> words = Arbitraries.of("", "a", "é", "ı", "\ud83d\ude00", "x".repeat(70_000));
    return Combinators.combine(
            times, words, words.injectNull(0.3), Arbitraries.integers().between(100, 999), words)
        .as(
            (time, method, nullable, status, source) ->
                new CallRow(
                    time,
                    method,
                    nullable,
                    "/p",
                    "/r" + source.length(),
                    nullable,
                    status,
                    nullable,
                    nullable,
                    nullable,
                    status,
                    nullable,
                    source,
                    nullable,
                    nullable))
        .list()
        .ofMaxSize(60);
  }
}
