package org.golivecheck.log.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.LogField;
import org.golivecheck.call.body.ErrorBody;
import org.golivecheck.call.body.StatusWord;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.exchange.Exchange;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.exchange.LogTimestamp;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.json.JsonInput;
import org.golivecheck.text.Json;

/**
 * Reads the list that {@code GET /diagnostics/request_logs} returns, in JSON or XML: when each call
 * was, the name of its operation, and the name of its status. It has neither method nor URL, so its
 * calls are counted but not judged.
 */
public final class RequestLogListReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "request-log-list",
          "DocuSign's list of request logs, in JSON or XML",
          EnumSet.of(LogField.TIME, LogField.STATUS),
          Form.JSON);

  private static final String NAME = "apiRequestLogs";

  /** How far from its start the name of a list may be: an XML declaration may come first. */
  private static final int REACH = 1_000;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public boolean recognises(byte[] head, int length, FormatOptions options) {
    int at = 0;
    while (at < length && (head[at] == ' ' || (head[at] >= '\t' && head[at] <= '\r'))) {
      at++;
    }
    return startsAt(head, at, length);
  }

  @Override
  public boolean startsLater(byte[] bytes, int from, int to, FormatOptions options) {
    return startsAt(bytes, from, to);
  }

  private static boolean startsAt(byte[] head, int at, int to) {
    if (at == to) {
      return false;
    }
    if (head[at] == '<') {
      int count = Math.min(to - at, REACH);
      String text = new String(head, at, count, StandardCharsets.ISO_8859_1);
      return text.contains("<" + NAME) || text.contains(":" + NAME);
    }
    return head[at] == '{' && isList(head, at, to);
  }

  private static boolean isList(byte[] head, int from, int to) {
    try (JsonParser json = JsonInput.head(head, from, to)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        if (name.equals(NAME)) {
          return true;
        }
        json.nextToken();
        json.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new Session(context);
  }

  /** Reads lists of request logs. */
  private static final class Session implements ReadSession {
    private final ExchangeCalls exchanges;
    private final JsonFactory factory;
    private final ListItem item = new ListItem();

    Session(ReadContext context) {
      exchanges = ExchangeCalls.ofDocuSign(context, ErrorBody::parse);
      factory = Json.lenient(context.limits().maxDepth());
    }

    @Override
    public void read(String source, InputStream in, Consumer<? super ApiCall> target)
        throws IOException {
      exchanges.start(source, target);
      item.clear();
      PushbackInputStream text = new PushbackInputStream(in, 1);
      int first = text.read();
      while (first == ' ' || (first >= '\t' && first <= '\r')) {
        first = text.read();
      }
      if (first < 0) {
        return;
      }
      text.unread(first);
      if (first == '<') {
        new XmlList(item, this::end, this::broken).read(text);
      } else {
        readJson(text);
      }
    }

    private void readJson(InputStream in) throws IOException {
      try (JsonParser json = factory.createParser(in)) {
        try {
          items(json);
        } catch (JsonProcessingException | CharConversionException e) {
          JsonLocation at = json.currentLocation();
          broken(at.getLineNr(), at.getByteOffset());
        }
      }
    }

    /** Every object without nested objects is an item. */
    private void items(JsonParser json) throws IOException {
      JsonLocation start = json.currentLocation();
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          start = json.currentTokenLocation();
          item.clear();
        } else if (token == JsonToken.END_OBJECT && !item.isEmpty()) {
          end(start.getLineNr(), start.getByteOffset());
        } else if (token.isScalarValue() && json.currentName() != null) {
          item.put(json.currentName(), json.getText());
        }
      }
    }

    private void end(long line, long offset) {
      String time = item.time();
      Instant timestamp = time == null ? null : LogTimestamp.parse(time);
      int status = StatusWord.code(item.status());
      if (timestamp == null) {
        exchanges.lose(
            line, offset, "The item has no createdDateTime that can be read; it is left out.");
      } else if (status == 0) {
        exchanges.lose(
            line,
            offset,
            "The item has no status, such as OK or BadRequest, or 400; it is left out.");
      } else {
        Exchange exchange = exchanges.open();
        exchange.at(line, offset);
        exchange.time(timestamp);
        exchange.method(ApiCall.NO_METHOD);
        exchange.url("/");
        exchange.gap(Gap.URL);
        exchange.operation(item.operation());
        exchange.respond(status);
        exchanges.close(exchange);
      }
      item.clear();
    }

    private void broken(long line, long offset) {
      exchanges.loseUnread(
          line, offset, "The list is broken from here on, and the rest is left out.");
    }
  }
}
