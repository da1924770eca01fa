package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.report.GoLiveReport;
import org.junit.jupiter.api.Test;

class NdjsonReportWriterTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Property(tries = 200)
  void linesTogetherSayWhatTheJsonReportSays(@ForAll("reports") GoLiveReport report)
      throws IOException {
    ObjectNode whole = (ObjectNode) JSON.readTree(Printed.print("json", report));
    List<JsonNode> findings = typed("finding", whole.remove("findings"));
    List<JsonNode> problems = typed("problem", whole.remove("problems"));
    whole.put("type", "report");
    whole.remove("series"); // for charts; lines are for programs that ask one thing

    List<JsonNode> lines = lines(report);

    assertThat(lines.get(0)).isEqualTo(whole);
    assertThat(lines.subList(1, 1 + findings.size())).isEqualTo(findings);
    assertThat(lines.subList(1 + findings.size(), lines.size())).isEqualTo(problems);
  }

  @Provide
  Arbitrary<GoLiveReport> reports() {
    return ReportArbitraries.reports();
  }

  @Test
  void firstLineBeginsWithVersionAndType() {
    assertThat(Printed.print("ndjson", ReportFixtures.polling()))
        .startsWith("{\"schemaVersion\":1,\"type\":\"report\",");
  }

  private static List<JsonNode> typed(String type, JsonNode items) {
    List<JsonNode> typed = new ArrayList<>();
    items.forEach(item -> typed.add(((ObjectNode) item).put("type", type)));
    return typed;
  }

  private static List<JsonNode> lines(GoLiveReport report) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Printed.print("ndjson", report).lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
