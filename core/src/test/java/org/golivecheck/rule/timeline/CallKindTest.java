package org.golivecheck.rule.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.Operation;
import org.golivecheck.call.Operations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallKindTest {
  private static final Operation OPERATION = operation("GET");
  private static final CallKind FULL =
      new CallKind(
          OPERATION, 200, "demo.docusign.net", null, "java", true, 0, true, "k", "a", false);
  private static final CallKind BARE =
      new CallKind(OPERATION, 200, "", null, null, false, -1, true, null, null, false);

  private static Operation operation(String method) {
    String url = "https://demo.docusign.net/restapi/v2.1/accounts/1/users";
    return Operations.of(ApiCall.builder(Instant.EPOCH, method, url, 200).build());
  }

  @Test
  void whatAKindDoesNotShowComesFromAnotherLog() {
    assertThat(BARE.completedBy(FULL)).isEqualTo(FULL);
  }

  @Test
  void whatAKindShowsStays() {
    CallKind other =
        new CallKind(
            OPERATION, 200, "www.docusign.net", null, "php", false, 9, true, "l", "b", false);

    assertThat(FULL.completedBy(other)).isEqualTo(FULL);
    assertThat(FULL.completedBy(BARE)).isEqualTo(FULL);
  }

  @Test
  void kindsAreEqualOnlyIfAllThatTheyShowIs() {
    List<CallKind> others =
        List.of(
            new CallKind(
                operation("PUT"),
                200,
                "demo.docusign.net",
                null,
                "java",
                true,
                0,
                true,
                "k",
                "a",
                false),
            new CallKind(
                OPERATION, 201, "demo.docusign.net", null, "java", true, 0, true, "k", "a", false),
            new CallKind(
                OPERATION, 200, "eu.docusign.net", null, "java", true, 0, true, "k", "a", false),
            new CallKind(
                OPERATION,
                200,
                "demo.docusign.net",
                Exclusion.LOGIN,
                "java",
                true,
                0,
                true,
                "k",
                "a",
                false),
            new CallKind(
                OPERATION, 200, "demo.docusign.net", null, "php", true, 0, true, "k", "a", false),
            new CallKind(
                OPERATION, 200, "demo.docusign.net", null, "java", false, 0, true, "k", "a", false),
            new CallKind(
                OPERATION, 200, "demo.docusign.net", null, "java", true, 1, true, "k", "a", false),
            new CallKind(
                OPERATION, 200, "demo.docusign.net", null, "java", true, 0, false, "k", "a", false),
            new CallKind(
                OPERATION, 200, "demo.docusign.net", null, "java", true, 0, true, "l", "a", false),
            new CallKind(
                OPERATION, 200, "demo.docusign.net", null, "java", true, 0, true, "k", "b", false),
            new CallKind(
                OPERATION, 200, "demo.docusign.net", null, "java", true, 0, true, "k", "a", true));

    assertThat(others).doesNotContain(FULL).doesNotHaveDuplicates();
    assertThat(FULL).isNotEqualTo("x").isEqualTo(BARE.completedBy(FULL)).isEqualTo(FULL);
    assertThat(FULL.hashCode()).isEqualTo(BARE.completedBy(FULL).hashCode());
  }

  @ParameterizedTest
  @CsvSource({
    "199,false,false",
    "200,true,false",
    "299,true,false",
    "300,false,false",
    "399,false,false",
    "400,false,true",
    "599,false,true",
    "600,false,false"
  })
  void theStatusTellsSuccessAndFailure(int status, boolean succeeded, boolean failed) {
    CallKind kind =
        new CallKind(
            OPERATION, status, "demo.docusign.net", null, null, false, -1, true, null, null, false);

    assertThat(kind.succeeded()).isEqualTo(succeeded);
    assertThat(kind.failed()).isEqualTo(failed);
  }

  @Test
  void aCallToAnotherHostHasNotFailed() {
    CallKind kind =
        new CallKind(
            OPERATION,
            500,
            "example.com",
            Exclusion.OTHER_HOST,
            null,
            false,
            -1,
            true,
            null,
            null,
            false);

    assertThat(kind.failed()).isFalse();
    assertThat(kind.countable()).isFalse();
    assertThat(kind.environment()).isNull();
  }
}
