package org.golivecheck.rule.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListQueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // earlier query | later query | whether the later one is a further page
        "-                      | start_position=1                   | true",
        "-                      | start_position=0                   | false",
        "-                      | -                                  | false",
        "start_position=1       | -                                  | false",
        "start_position=9       | start_position=10                  | true",
        "start_position=10      | start_position=9                   | false",
        "start_position=10      | start_position=10                  | false",
        "-                      | start_position=                    | false",
        "-                      | start_position                     | false",
        "-                      | start_position=-1                  | false",
        "start_position=-1      | start_position=5                   | false",
        "-                      | start_position=1x                  | false",
        "-                      | start_position=1:                  | false",
        "-                      | start_position=1/                  | false",
        "-                      | start_position=999999999999999999  | true",
        "-                      | start_position=9999999999999999999 | false",
        "-                      | start%5Fposition=%31               | true",
        "a=1&b=2                | b=2&start_position=1&a=1           | true",
        "a=1&&b=2&              | &a=1&b=2&start_position=1          | true",
        "a=1                    | a=2&start_position=1               | false",
        "a=1                    | start_position=1                   | false",
        "a=1                    | a=1&b=2&start_position=1           | false",
        "a                      | a=&start_position=1                | true",
        "=a                     | start_position=1&=a                | true",
        "=a                     | start_position=1&=b                | false",
        "=a                     | start_position=1&a=                | false",
        "a=x%20y                | a=x+y&start_position=1             | true",
        "a=%zz                  | a=%zz&start_position=1             | true",
        "a=%zz                  | a=%yy&start_position=1             | false",
        "a=%zz                  | start_position=1                   | false",
        "a=1&a=2                | a=2&a=1&start_position=1           | true",
        "a=1&a=2&a=3            | a=3&a=1&a=2&start_position=1       | true",
        "=a                     | %3Da=a&start_position=1            | false",
        "a=1&a=1                | a=1&a=1&start_position=1           | true",
        "a=1&a=2                | a=1&a=3&start_position=1           | false",
        "a=1&a=2                | a=1&start_position=1               | false",
        "a=2&a=1                | a=1&start_position=1               | false",
        "A=1                    | a=1&start_position=1               | false",
      })
  void aPageHasEqualParametersAndAGreaterStart(String earlier, String later, boolean page) {
    assertThat(ListQuery.parse(later).continues(ListQuery.parse(earlier))).isEqualTo(page);
  }
}
