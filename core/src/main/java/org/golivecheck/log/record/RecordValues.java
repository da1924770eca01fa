package org.golivecheck.log.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.record.Alias.Unit;
import org.jspecify.annotations.Nullable;

/** What one record says of a call. Reused; not thread-safe. */
public final class RecordValues {
  /**
   * A header, of the request or of the response.
   *
   * @param kind where it stands
   * @param name its name as logged
   * @param value its value
   */
  record Header(NameNode.Kind kind, String name, String value) {}

  /** What the record of a request shows and that of its response does not. */
  private static final List<RecordField> OF_REQUEST =
      List.of(
          RecordField.METHOD,
          RecordField.URL,
          RecordField.HOST,
          RecordField.PATH,
          RecordField.QUERY,
          RecordField.REQUEST_LINE,
          RecordField.REQUEST_BODY,
          RecordField.REQUEST_BYTES,
          RecordField.ACCOUNT,
          RecordField.USER,
          RecordField.INTEGRATION_KEY,
          RecordField.USER_AGENT,
          RecordField.SDK,
          RecordField.REFERER,
          RecordField.ORIGIN);

  private static final Pattern CALL =
      Pattern.compile("(?:GET|POST|PUT|DELETE|PATCH)\\b|/restapi/v|/v2(?:\\.1)?/accounts/");

  private @Nullable String other;
  private final Map<RecordField, String> texts = new EnumMap<>(RecordField.class);
  private final Map<RecordField, Alias> aliases = new EnumMap<>(RecordField.class);
  private final List<Header> headers = new ArrayList<>();

  /** Forgets everything: another record begins. */
  public void clear() {
    other = null;
    texts.clear();
    aliases.clear();
    headers.clear();
  }

  /** Takes a value. Of several values of one field the one with the lowest rank counts. */
  public void put(Alias alias, String text) {
    RecordField field = alias.field();
    boolean none = text.isEmpty() || text.equals("-");
    if (!none && !mayBe(field, text)) {
      // Many logs have a status of their own, such as that of a job, or the name of a function.
      texts.putIfAbsent(field, text);
      return;
    }
    Alias known = aliases.get(field);
    if (known == null || !texts.containsKey(field) || (!none && alias.rank() < known.rank())) {
      aliases.put(field, alias);
      if (!none) {
        texts.put(field, text);
      }
    }
  }

  private static boolean mayBe(RecordField field, String text) {
    return switch (field) {
      case STATUS -> ExchangeCalls.status(text) > 0;
      case METHOD -> RecordRequest.method(text) != null;
      default -> true;
    };
  }

  /** Takes a text whose name is not known: the longest that looks like a call may be one. */
  void other(String text) {
    if ((other == null || text.length() > other.length()) && CALL.matcher(text).find()) {
      other = text;
    }
  }

  /** Returns the message, or else a text of another name that looks like a call, or null. */
  @Nullable String line() {
    String message = get(RecordField.MESSAGE);
    return other == null || (message != null && CALL.matcher(message).find()) ? message : other;
  }

  /** Takes note of a name without a value. */
  public void name(Alias alias) {
    aliases.putIfAbsent(alias.field(), alias);
  }

  /** Takes a header. */
  public void header(NameNode.Kind kind, String name, String value) {
    headers.add(new Header(kind, name, value));
  }

  /** Returns what the record says of a request alone, and forgets the record. */
  public RecordValues takeRequest() {
    RecordValues request = new RecordValues();
    for (RecordField field : OF_REQUEST) {
      String text = texts.get(field);
      if (text != null) {
        request.texts.put(field, text);
      }
    }
    String body = texts.get(RecordField.BODY);
    if (body != null) {
      request.texts.put(RecordField.REQUEST_BODY, body);
    }
    for (Header header : headers) {
      request.header(NameNode.Kind.REQUEST_HEADERS, header.name(), header.value());
    }
    clear();
    return request;
  }

  /** Makes this record, of a response alone, one of the request as well. */
  public void addRequest(RecordValues request) {
    headers.replaceAll(
        header -> new Header(NameNode.Kind.RESPONSE_HEADERS, header.name(), header.value()));
    headers.addAll(request.headers);
    texts.putAll(request.texts);
  }

  /** Returns a value, or null where the record has none. */
  public @Nullable String get(RecordField field) {
    return texts.get(field);
  }

  /** Returns whether the record has the name of a field, with a value or without. */
  boolean isNamed(RecordField field) {
    return aliases.containsKey(field);
  }

  /** Returns whether the record is a call as the command {@code calls} lists it. */
  public boolean isListed() {
    return isNamed(RecordField.EXCLUDED) && isNamed(RecordField.VANTAGE);
  }

  List<Header> headers() {
    return headers;
  }

  /** Returns what a number without a unit counts in a field. */
  Unit unit(RecordField field) {
    Alias alias = aliases.get(field);
    return alias == null ? Unit.MILLIS : alias.unit();
  }
}
