package org.golivecheck.text;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Binds a JSON file that this tool wrote to records. A message about a wrong file names the line
 * and the path of the value.
 *
 * <p>Every component of a record must be present, unless it is optional, and only one that is
 * {@link Nullable} may be null. Numbers are whole and not negative. For one file; not thread-safe.
 */
public final class SavedJson {
  private static final int MAX_SHOWN = 40;

  private final String kind;
  private final UnaryOperator<String> clean;
  private final Set<String> optional;
  private final SimpleModule types = new SimpleModule();
  private final Map<String, Range> ranges = new HashMap<>();
  private final Map<Class<?>, Object> ofNull = new HashMap<>();
  private final Set<String> nullable = new HashSet<>();

  /**
   * Describes a file.
   *
   * @param kind what a message calls it, such as {@code report}
   * @param clean makes a text of the file safe to show in a message
   * @param optional the names that may be missing; their components are null then
   */
  public SavedJson(String kind, UnaryOperator<String> clean, Set<String> optional) {
    this.kind = kind;
    this.clean = clean;
    this.optional = optional;
    value(
        boolean.class,
        "true or false",
        json -> json.currentToken().isBoolean() ? json.getBooleanValue() : null);
    value(int.class, "", json -> (int) number(json, Integer.MAX_VALUE));
    value(long.class, "", json -> number(json, Long.MAX_VALUE));
    value(Long.class, "", json -> number(json, Long.MAX_VALUE));
  }

  /** Says within which inclusive bounds the numbers of a name are. */
  public SavedJson range(String name, long least, long most) {
    ranges.put(name, new Range(least, most));
    return this;
  }

  /** Says which value of a type null means, and that a name may have it. */
  public <T> SavedJson ofNull(String name, Class<T> type, T value) {
    nullable.add(name);
    ofNull.put(type, value);
    return this;
  }

  /**
   * Says how a text becomes a value.
   *
   * @param expected what a message says that it must be
   */
  public <T> SavedJson text(Class<T> type, String expected, Reading<String, T> reading) {
    return value(
        type,
        expected,
        json -> json.hasToken(JsonToken.VALUE_STRING) ? reading.read(json.getText()) : null);
  }

  /** Says by which texts a file names the constants of an enum. */
  public <T extends Enum<T>> SavedJson choices(Class<T> type, Function<T, String> id) {
    Map<String, T> choices = new LinkedHashMap<>();
    EnumSet.allOf(type).forEach(choice -> choices.put(id.apply(choice), choice));
    return text(type, "one of " + String.join(", ", choices.keySet()), choices::get);
  }

  /** Says which record implements an interface. */
  public <T> SavedJson record(Class<T> type, Class<? extends T> implementation) {
    types.addAbstractTypeMapping(type, implementation);
    return this;
  }

  /**
   * Says how a value is read.
   *
   * @param expected what a message says that it must be
   */
  public <T> SavedJson value(Class<T> type, String expected, Reading<JsonParser, T> reading) {
    types.addDeserializer(
        type,
        new StdScalarDeserializer<T>(type) {
          @Override
          public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
              T value = reading.read(json);
              if (value != null) {
                return value;
              }
            } catch (DateTimeException e) {
              // reported below
            }
            throw wrong(json, expected);
          }

          @Override
          public @Nullable Object getEmptyValue(DeserializationContext context) {
            return ofNull.get(type);
          }
        });
    return this;
  }

  private long number(JsonParser json, long max) throws IOException {
    Range range = ranges.getOrDefault(json.currentName(), new Range(0, max));
    if (json.hasToken(JsonToken.VALUE_NUMBER_INT)
        && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
        && json.getLongValue() >= range.least()
        && json.getLongValue() <= range.most()) {
      return json.getLongValue();
    }
    throw wrong(json, range.toString());
  }

  /**
   * Reads a file to its end.
   *
   * @param json its parser, which is closed
   * @param type the record that describes the whole file
   * @param ignoreUnknown whether unknown names are ignored; else they are an error
   * @param failure makes the exception about a wrong file
   * @throws IOException if the file cannot be read
   * @throws E if it is wrong
   */
  public <T, E extends Exception> T read(
      JsonParser json, Class<T> type, boolean ignoreUnknown, Failure<E> failure)
      throws IOException, E {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(types)
            .annotationIntrospector(new Components())
            .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, !ignoreUnknown)
            .build();
    try (json) {
      JsonToken first = json.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw failure.at(
            line(json.currentTokenLocation()),
            first == null ? "is empty" : "is not a " + kind + ": it must be an object");
      }
      T file = mapper.readValue(json, type);
      if (json.nextToken() != null) {
        throw failure.at(line(json.currentTokenLocation()), "has more text after its end");
      }
      return file;
    } catch (IOException e) {
      IOException cause = unwrapped(e);
      if (cause instanceof StreamConstraintsException) {
        throw failure.at(
            1, "is not a " + kind + ": it is nested too deeply, or a text in it is too long");
      }
      if (!Json.isOfText(cause)) {
        throw cause;
      }
      throw failure.at(
          cause instanceof JsonProcessingException defect ? line(defect.getLocation()) : 1,
          cause instanceof JsonMappingException wrong
              ? message(wrong)
              : "is not JSON: " + Json.reason(cause));
    }
  }

  /** Returns the failure of the parser or the file, where binding wrapped one. */
  private static IOException unwrapped(IOException e) {
    return e instanceof JsonMappingException && e.getCause() instanceof IOException cause
        ? unwrapped(cause)
        : e;
  }

  private static int line(@Nullable JsonLocation at) {
    return at == null ? 1 : Math.max(1, at.getLineNr());
  }

  private String message(JsonMappingException e) {
    StringBuilder place = new StringBuilder();
    String name = "";
    for (JsonMappingException.Reference step : e.getPath()) {
      name = step.getFieldName() == null ? "" + step.getIndex() : shown(step.getFieldName());
      place.append('/').append(name);
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return place
          + " is not a known name; known are "
          + unknown.getKnownPropertyIds().stream().map(String::valueOf).collect(joining(", "));
    }
    if (e instanceof InvalidNullException) {
      return place + " must not be null";
    }
    if (!(e instanceof MismatchedInputException mismatch)) {
      return place + " must be " + e.getOriginalMessage();
    }
    if (e.getOriginalMessage().startsWith("Missing")) {
      String owner = place.substring(0, place.length() - name.length() - 1);
      return (owner.isEmpty() ? "is not a " + kind + ": it" : owner) + " has no " + name;
    }
    boolean list = Collection.class.isAssignableFrom(mismatch.getTargetType());
    return place + (list ? " must be a list" : " must be an object");
  }

  private String shown(String text) {
    String safe = clean.apply(text);
    return safe.length() > MAX_SHOWN ? safe.substring(0, MAX_SHOWN) + "..." : safe;
  }

  /** Returns an exception about the value at which a parser is: what it must be. */
  public JsonMappingException wrong(JsonParser json, String expected) throws IOException {
    String found =
        switch (json.currentToken()) {
          case START_OBJECT -> "an object";
          case START_ARRAY -> "a list";
          case VALUE_STRING -> "'" + shown(json.getText()) + "'";
          default -> shown(json.getText());
        };
    return JsonMappingException.from(json, expected + ", not " + found);
  }

  /** Makes a value. */
  public interface Reading<F, T> {
    /**
     * Returns the value, or null if what the file has is wrong.
     *
     * @throws DateTimeException if it is wrong
     */
    @Nullable T read(F from) throws IOException;
  }

  /** Makes the exception about a wrong file. */
  public interface Failure<E extends Exception> {
    /** Returns the exception about a line, which counts from 1. */
    E at(int line, String message);
  }

  private record Range(long least, long most) {
    @Override
    public String toString() {
      return least == most
          ? least + ", which is what this version can read"
          : "a whole number from " + least + (most == Long.MAX_VALUE ? "" : " to " + most);
    }
  }

  /** What the declaration of a record says of its components. */
  private final class Components extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
      return member instanceof AnnotatedParameter parameter
          && !optional.contains(component(parameter).getName());
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated member) {
      if (member instanceof AnnotatedParameter parameter) {
        RecordComponent component = component(parameter);
        if (nullable.contains(component.getName())) {
          return JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        }
        if (optional.contains(component.getName())
            || component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          return JsonSetter.Value.forValueNulls(Nulls.SET);
        }
      }
      return JsonSetter.Value.empty();
    }

    private static RecordComponent component(AnnotatedParameter parameter) {
      return parameter.getDeclaringClass().getRecordComponents()[parameter.getIndex()];
    }
  }
}
