package org.golivecheck.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
      @ForAll("calls") List<ListedCall> calls, @ForAll @IntRange(min = 1, max = 2_000) int maxSize)
      throws IOException {
    List<ListedCall> expected = new ArrayList<>(calls);
    expected.sort(ListedCall.ORDER);
    try (CallSorter sorter = new CallSorter(maxSize)) {
      calls.parallelStream().forEach(sorter::add);

      assertThat(printed(sorter)).isEqualTo(expected);
      assertThat(printed(sorter)).as("a second time").isEqualTo(expected);
    }
  }

  private static List<ListedCall> printed(CallSorter sorter) throws IOException {
    List<ListedCall> calls = new ArrayList<>();
    sorter.forEach(calls::add);
    return calls;
  }

  @Provide
  Arbitrary<List<ListedCall>> calls() {
    Arbitrary<Instant> times =
        Arbitraries.longs()
            .between(0, 3)
            .flatMap(
                second ->
                    Arbitraries.of(0, 100, 999_999_900)
                        .map(nano -> Instant.ofEpochSecond(second, nano)));
    Arbitrary<String> words =
        Arbitraries.of("", "a", "a:2", "a:10", "b!3", "é", "ı", "\ud83d\ude00", "x".repeat(70_000));
    return Combinators.combine(times, words.injectNull(0.3), words)
        .as(
            (time, nullable, source) -> {
              Map<Column, String> values = new EnumMap<>(Column.class);
              values.put(Column.SOURCE, source);
              if (nullable != null) {
                values.put(Column.TRACE_TOKEN, nullable);
                values.put(Column.USER, nullable);
              }
              return new ListedCall(time, source.length() % 3, values);
            })
        .list()
        .ofMaxSize(60);
  }
}
