package org.golivecheck.log.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.format.LoggedText;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.general.GeneralParser;
import org.golivecheck.log.text.LineFeeds;
import org.golivecheck.log.text.LineParser;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.TextLine;
import org.jspecify.annotations.Nullable;

/**
 * Finds what any client wrote: among the lines of an application, or in the messages of a log of
 * records, whole or line by line, as containers log them. A client that is known counts before the
 * general reader, and both before exceptions, since these are about the same calls and say less;
 * but where exceptions show more failures than the general reader, failures are theirs. Not
 * thread-safe.
 */
public final class AnyClient implements LineParser, LoggedText {
  /** So many calls and problems of a log decide whose calls count. */
  private static final int ENOUGH = 500;

  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-?]*[@-~]?");

  private final LineParser[] clients;
  private final Signs signs;
  private final HeldCalls clientCalls;
  private final HeldCalls exceptionCalls;
  private final SdkExceptionParser exceptions;
  private final HeldCalls generalCalls;
  private final LineParser general;
  private final TextLine part = new TextLine();
  private boolean decided;
  private boolean clientsCount;

  /** Sets up for some logs of any client. */
  public AnyClient(ReadContext context) {
    this(
        context,
        List.of(
            JerseyParser::new,
            OkHttpParser::new,
            ApacheParser::new,
            JavaHttpParser::new,
            LogbookParser::new));
  }

  /** Sets up for some logs of clients that are known; none if the general reader reads them. */
  AnyClient(ReadContext context, List<Function<ReadContext, LineParser>> known) {
    clientCalls = new HeldCalls(context);
    List<LineParser> parsers =
        known.stream().map(client -> client.apply(clientCalls.context())).toList();
    clients = parsers.toArray(new LineParser[0]);
    signs = new Signs(parsers);
    exceptionCalls = new HeldCalls(context);
    exceptions = new SdkExceptionParser(exceptionCalls.context());
    generalCalls = new HeldCalls(context);
    general = new GeneralParser(generalCalls.context());
  }

  /**
   * Returns whether the beginning of a log shows an exception of an SDK: then a table of texts is
   * one about calls.
   */
  public static boolean hasException(byte[] head, int length) {
    return TextLine.anyOf(
        head,
        length,
        line -> {
          SdkExceptionStart start = SdkExceptionStart.find(line);
          return start != null && (!start.isVague(line) || text(head, length).contains("docusign"));
        });
  }

  private static String text(byte[] head, int length) {
    return new String(head, 0, length, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void start(String source, Consumer<? super ApiCall> calls) {
    part.start();
    clientCalls.start(calls);
    for (LineParser client : clients) {
      client.start(source, clientCalls);
    }
    decided = false;
    clientsCount = false;
    exceptionCalls.start(calls);
    exceptions.start(source, exceptionCalls);
    generalCalls.start(calls);
    general.start(source, generalCalls);
  }

  @Override
  public boolean line(TextLine line) {
    boolean ofClient = client(line);
    if (!decided
        && (clientCalls.hasCalls() || generalCalls.size() + exceptionCalls.size() >= ENOUGH)) {
      decide();
    }
    if (clientsCount) {
      return ofClient;
    }
    boolean inException = exceptions.isInException();
    boolean ofException = exceptions.line(line);
    boolean within = inException && ofException && SdkExceptionStart.find(line) == null;
    return within || general.line(line) || ofException || ofClient;
  }

  /** Offers a line to the clients that are known. */
  private boolean client(TextLine line) {
    int found = -1;
    for (int i = 0; i < clients.length; i++) {
      LineParser client = clients[i];
      boolean asked = client.isOpen();
      if (!asked) {
        found = found < 0 ? signs.in(line) : found;
        asked = (found & 1 << i) != 0;
      }
      if (asked && client.line(line)) {
        return true;
      }
    }
    return false;
  }

  /** Decides whose calls count, by those so far. */
  private void decide() {
    decided = true;
    boolean otherCalls = exceptionCalls.hasCalls() || generalCalls.any(GeneralParser::isOfDocuSign);
    clientsCount = clientCalls.hasCalls() || (clientCalls.size() > 0 && !otherCalls);
    long more = generalCalls.failures() - exceptionCalls.failures();
    boolean generalFailures =
        generalCalls.hasCalls()
            && (more > 0 || (more == 0 && generalCalls.any(ApiCall::succeeded)));
    boolean others = !clientsCount;
    clientCalls.decide(clientsCount, call -> true);
    // An application that does not call DocuSign calls other services.
    boolean anyHost = clients.length == 0 || generalCalls.any(GeneralParser::isOfDocuSign);
    generalCalls.decide(
        others,
        call ->
            (generalFailures || call.succeeded()) && (anyHost || GeneralParser.isOfDocuSign(call)));
    exceptionCalls.decide(others, call -> !generalFailures);
  }

  @Override
  public boolean take(@Nullable LogTime time, String text, long number) {
    String plain = text.indexOf('\u001b') < 0 ? text : COLOUR.matcher(text).replaceAll("");
    byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
    boolean taken = false;
    int from = 0;
    int to = LineFeeds.end(bytes, from, bytes.length);
    boolean severalLines = to + 1 < bytes.length;
    while (to >= 0) {
      part.set(bytes, from, withoutReturn(bytes, from, to), number, -1);
      part.setLogged(time);
      taken |= line(part);
      from = to + 1;
      to = from < bytes.length ? LineFeeds.end(bytes, from, bytes.length) : -1;
    }
    if (severalLines) {
      endRecord();
    }
    return taken;
  }

  private static int withoutReturn(byte[] bytes, int from, int to) {
    return to > from && bytes[to - 1] == '\r' ? to - 1 : to;
  }

  @Override
  public boolean isInCall() {
    return Arrays.stream(clients).anyMatch(LineParser::isInCall);
  }

  @Override
  public void endRecord() {
    for (LineParser client : clients) {
      client.endRecord();
    }
    exceptions.endRecord();
    general.endRecord();
  }

  @Override
  public void end() {
    for (LineParser client : clients) {
      client.end();
    }
    exceptions.end();
    general.end();
    if (!decided) {
      decide();
    }
  }

  /** Looks for the words of all clients in one pass over a line: most lines contain none. */
  private static final class Signs {
    /** How far into a line a word may begin; no parser looks further. */
    private static final int REACH = 1_100;

    /** Frequent characters, the most frequent first. All others are rare. */
    private static final String FREQUENT = " etaoinsrhldcumfpgwy.bvk-0123456789x:/jqz";

    /**
     * A word of a client.
     *
     * @param word the word
     * @param rarest the index of its rarest byte, by which it is found
     * @param client the bit of the client
     */
    private record Sign(String word, int rarest, int client) {}

    private final @Nullable Sign[][] byByte = new Sign[256][];

    Signs(List<LineParser> clients) {
      for (int i = 0; i < clients.size(); i++) {
        for (String word : clients.get(i).signs()) {
          add(word, 1 << i);
        }
      }
    }

    private void add(String word, int client) {
      int rarest = 0;
      for (int i = 1; i < word.length(); i++) {
        rarest = rarity(word.charAt(i)) > rarity(word.charAt(rarest)) ? i : rarest;
      }
      Sign[] before = byByte[word.charAt(rarest)];
      int count = before == null ? 0 : before.length;
      Sign[] signs = new Sign[count + 1];
      if (before != null) {
        System.arraycopy(before, 0, signs, 0, count);
      }
      signs[count] = new Sign(word, rarest, client);
      byByte[word.charAt(rarest)] = signs;
    }

    private static int rarity(char c) {
      int index = FREQUENT.indexOf(c);
      return index < 0 ? FREQUENT.length() : index;
    }

    /** Returns the clients whose words are in a line, as bits: 1 is the first of them. */
    int in(TextLine line) {
      byte[] bytes = line.bytes();
      int end = Math.min(line.to(), line.from() + REACH);
      int clients = 0;
      for (int at = line.from(); at < end; at++) {
        Sign[] signs = byByte[bytes[at] & 0xFF];
        if (signs != null) {
          for (Sign sign : signs) {
            if (line.has(sign.word, at - sign.rarest)) {
              clients |= sign.client;
            }
          }
        }
      }
      return clients;
    }
  }
}
