package org.golivecheck;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.log.LogInput;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ProblemCount;
import org.golivecheck.log.ReadingSummary;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.report.Profile;

/**
 * What a report says of a recorder in place of logs.
 *
 * @param summary the recorder as the only input, and what is missing of it
 * @param notes what it has no calls of
 */
record RecorderReading(ReadingSummary summary, List<String> notes) {

  static RecorderReading of(CallRecorder recorder, long calls, Profile profile) {
    List<ProblemCount> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    long dropped = recorder.dropped();
    if (dropped > 0 && profile != Profile.CLASSIC) {
      // These profiles judge old calls too: what is missing may fail them.
      String message =
          dropped(dropped) + " The " + profile.id() + " profile needs them all: make it larger.";
      problems.add(problem(ProblemCode.LIMIT_REACHED, recorder, message, dropped));
    } else if (dropped > 0) {
      notes.add(dropped(dropped) + " The review examines the newest.");
    }
    long unanswered = recorder.unanswered();
    if (unanswered > 0) {
      notes.add(
          unanswered
              + (unanswered == 1 ? " request has" : " requests have")
              + " no answer and so no part in this: the connection failed, or it was under way.");
    }
    if (recorder.failures() > 0) {
      String message =
          "Recording went wrong, so a call may be missing or lack what its answer says; the client"
              + " took no harm. This is a defect of golive-check or of the adapter.";
      problems.add(problem(ProblemCode.BAD_RECORD, recorder, message, recorder.failures()));
    }
    LogInput input = new LogInput(recorder.name(), "recorder", recorder.recorded(), calls, 0);
    return new RecorderReading(new ReadingSummary(List.of(input), problems), notes);
  }

  private static String dropped(long calls) {
    return "The recorder was full: the oldest "
        + (calls == 1 ? "call is" : calls + " calls are")
        + " missing.";
  }

  private static ProblemCount problem(
      ProblemCode code, CallRecorder recorder, String message, long count) {
    return new ProblemCount(new LogProblem(code, recorder.name(), 0, -1, message, true), count);
  }
}
