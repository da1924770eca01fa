package org.golivecheck.recorder;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.Client;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.Identity;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.Operation;
import org.golivecheck.call.Operations;
import org.golivecheck.call.RateLimits;
import org.golivecheck.log.exchange.FieldName;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * Calls as NDJSON. The names are those of {@code golive-check calls -r ndjson}, which are always
 * present, and others that a verdict may need, which are present if they have a value. Logs written
 * by an integration may use the same names.
 */
final class CallLines {
  private CallLines() {}

  /**
   * Writes one object per line.
   *
   * @param dropped how many calls are missing, which the last line says; 0 without such a line
   */
  static void write(List<ApiCall> calls, long dropped, Appendable out) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = Json.writer().createGenerator(line)) {
      json.setRootValueSeparator(null);
      for (ApiCall call : calls) {
        write(call, json);
        json.writeRaw('\n');
        json.flush();
        out.append(line.getBuffer());
        line.getBuffer().setLength(0);
      }
    }
    if (dropped > 0) {
      out.append("{\"droppedCalls\":" + dropped + "}\n");
    }
  }

  private static void write(ApiCall call, JsonGenerator json) throws IOException {
    Operation operation = Operations.of(call);
    ApiError error = call.error();
    Exclusion excluded = Exclusion.of(call);
    json.writeStartObject();
    nullable(
        json, "timestamp", call.gaps().contains(Gap.TIME) ? null : call.timestamp().toString());
    json.writeStringField("method", call.method());
    json.writeStringField("url", call.url().toString());
    nullable(json, "host", call.url().host().isEmpty() ? null : call.url().host());
    json.writeStringField("path", operation.template());
    json.writeStringField("resource", Operations.resource(operation, call.url()));
    nullable(json, "operation", operation.known() ? operation.name() : null);
    json.writeNumberField("status", call.status());
    nullable(json, "errorCode", error == null ? null : error.code());
    nullable(json, "message", error == null ? null : error.message());
    nullable(json, "traceToken", call.traceToken());
    if (call.duration() == null) {
      json.writeNullField("durationMs");
    } else {
      json.writeNumberField("durationMs", call.duration().toMillis());
    }
    nullable(json, "userAgent", call.client().userAgent());
    json.writeStringField("source", call.source());
    nullable(json, "excluded", excluded == null ? null : excluded.id());
    writeRest(call, json);
    json.writeEndObject();
  }

  private static void writeRest(ApiCall call, JsonGenerator json) throws IOException {
    Identity identity = call.identity();
    optional(json, "integrationKey", identity.integrationKey());
    optional(json, "account", identity.account());
    optional(json, "user", identity.user());
    number(json, "requestBytes", call.requestBytes());
    writeRequestHeaders(call, json);
    writeResponseHeaders(call.limits(), json);
    ApiError error = call.error();
    if (error != null && !error.text().isEmpty()) {
      json.writeStringField("responseBody", error.text());
    } else if (!call.itemErrors().isEmpty()) {
      json.writeStringField("responseBody", itemErrors(call.itemErrors()));
    }
  }

  private static void writeRequestHeaders(ApiCall call, JsonGenerator json) throws IOException {
    Client client = call.client();
    // Of legacy credentials, only the fact that they were present.
    String credentials = call.legacyAuthentication() ? "[secret]" : null;
    if (client.sdk() == null
        && client.referer() == null
        && client.origin() == null
        && client.actsOnBehalfOf() == null
        && credentials == null) {
      return;
    }
    json.writeObjectFieldStart("requestHeaders");
    optional(json, FieldName.SDK.label(), client.sdk());
    optional(json, FieldName.REFERER.label(), client.referer());
    optional(json, FieldName.ORIGIN.label(), client.origin());
    optional(json, FieldName.ACT_ON_BEHALF.label(), client.actsOnBehalfOf());
    optional(json, FieldName.AUTHENTICATION.label(), credentials);
    json.writeEndObject();
  }

  private static void writeResponseHeaders(RateLimits limits, JsonGenerator json)
      throws IOException {
    if (limits.equals(RateLimits.NONE)) {
      return;
    }
    json.writeObjectFieldStart("responseHeaders");
    number(json, FieldName.HOURLY_LIMIT.label(), limits.hourlyLimit());
    number(json, FieldName.HOURLY_REMAINING.label(), limits.hourlyRemaining());
    number(json, FieldName.HOURLY_RESET.label(), limits.hourlyReset());
    number(json, FieldName.BURST_LIMIT.label(), limits.burstLimit());
    number(json, FieldName.BURST_REMAINING.label(), limits.burstRemaining());
    json.writeEndObject();
  }

  /** Returns a body in which a reader finds the same item errors. */
  private static String itemErrors(List<ItemError> errors) throws IOException {
    StringWriter body = new StringWriter();
    try (JsonGenerator json = Json.writer().createGenerator(body)) {
      json.writeStartObject();
      json.writeArrayFieldStart("errorDetails");
      for (ItemError error : errors) {
        json.writeStartObject();
        json.writeStringField("errorCode", error.code());
        json.writeStringField("message", error.message());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return body.toString();
  }

  private static void nullable(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value);
    }
  }

  private static void optional(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  /** Writes a number, unless it is unknown. */
  private static void number(JsonGenerator json, String name, long value) throws IOException {
    if (value >= 0) {
      json.writeNumberField(name, value);
    }
  }
}
