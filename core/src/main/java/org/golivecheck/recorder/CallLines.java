package org.golivecheck.recorder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.Client;
import org.golivecheck.call.DocuSignHosts;
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
  private static final ObjectMapper JSON = new ObjectMapper(Json.writer());

  private CallLines() {}

  /**
   * Writes one object per line.
   *
   * @param dropped how many calls are missing, which the last line says; 0 without such a line
   */
  static void write(List<ApiCall> calls, long dropped, Appendable out) throws IOException {
    for (ApiCall call : calls) {
      out.append(JSON.writeValueAsString(fields(call))).append('\n');
    }
    if (dropped > 0) {
      out.append("{\"droppedCalls\":" + dropped + "}\n");
    }
  }

  private static Map<String, @Nullable Object> fields(ApiCall call) {
    ApiCall seen = DocuSignHosts.direct(call, Set.of());
    Operation operation = Operations.of(seen);
    ApiError error = call.error();
    Duration duration = call.duration();
    Exclusion excluded = Exclusion.of(seen);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("timestamp", call.gaps().contains(Gap.TIME) ? null : call.timestamp().toString());
    fields.put("method", call.method());
    fields.put("url", call.url().toString());
    fields.put("host", call.url().host().isEmpty() ? null : call.url().host());
    fields.put("path", operation.template());
    fields.put("resource", Operations.resource(operation, seen.url()));
    fields.put("operation", operation.known() ? operation.name() : null);
    fields.put("status", call.status());
    fields.put("errorCode", error == null ? null : error.code());
    fields.put("message", error == null ? null : error.message());
    fields.put("traceToken", call.traceToken());
    fields.put("durationMs", duration == null ? null : duration.toMillis());
    fields.put("userAgent", call.client().userAgent());
    fields.put("source", call.source());
    fields.put("excluded", excluded == null ? null : excluded.id());
    Identity identity = call.identity();
    put(fields, "integrationKey", identity.integrationKey());
    put(fields, "account", identity.account());
    put(fields, "user", identity.user());
    put(fields, "requestBytes", call.requestBytes());
    put(fields, "requestHeaders", requestHeaders(call));
    put(fields, "responseHeaders", responseHeaders(call.limits()));
    put(fields, "responseBody", responseBody(call));
    return fields;
  }

  private static Map<String, @Nullable Object> requestHeaders(ApiCall call) {
    Client client = call.client();
    Map<String, @Nullable Object> headers = new LinkedHashMap<>();
    put(headers, FieldName.SDK.label(), client.sdk());
    put(headers, FieldName.REFERER.label(), client.referer());
    put(headers, FieldName.ORIGIN.label(), client.origin());
    put(headers, FieldName.ACT_ON_BEHALF.label(), client.actsOnBehalfOf());
    // Of legacy credentials, only the fact that they were present.
    put(headers, FieldName.AUTHENTICATION.label(), call.legacyAuthentication() ? "[secret]" : null);
    return headers;
  }

  private static Map<String, @Nullable Object> responseHeaders(RateLimits limits) {
    Map<String, @Nullable Object> headers = new LinkedHashMap<>();
    put(headers, FieldName.HOURLY_LIMIT.label(), limits.hourlyLimit());
    put(headers, FieldName.HOURLY_REMAINING.label(), limits.hourlyRemaining());
    put(headers, FieldName.HOURLY_RESET.label(), limits.hourlyReset());
    put(headers, FieldName.BURST_LIMIT.label(), limits.burstLimit());
    put(headers, FieldName.BURST_REMAINING.label(), limits.burstRemaining());
    return headers;
  }

  /** Returns a body in which a reader finds the same errors, or null without errors. */
  private static @Nullable String responseBody(ApiCall call) {
    ApiError error = call.error();
    if (error != null && !error.text().isEmpty()) {
      return error.text();
    }
    if (call.itemErrors().isEmpty()) {
      return null;
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode items = body.putArray("errorDetails");
    for (ItemError item : call.itemErrors()) {
      items.addObject().put("errorCode", item.code()).put("message", item.message());
    }
    return body.toString();
  }

  /** Puts a value, unless it is unknown: null, a negative number, or without members. */
  private static void put(
      Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
    boolean unknown =
        value == null
            || (value instanceof Number number && number.longValue() < 0)
            || (value instanceof Map<?, ?> members && members.isEmpty());
    if (!unknown) {
      fields.put(name, value);
    }
  }
}
