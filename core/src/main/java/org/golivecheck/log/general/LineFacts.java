package org.golivecheck.log.general;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.call.DocuSignHosts;
import org.golivecheck.call.body.StatusWord;
import org.jspecify.annotations.Nullable;

/**
 * What one line shows of a call, found by shape: a method, a URL next to it or under a name, a
 * status in a place where a status stands, and how long the call took.
 *
 * @param start where the first of these begins in the line
 * @param method the method in capitals, or null
 * @param url the URL or the path, or null
 * @param status the status, or 0
 * @param took how long the call took, or null
 * @param outer whether a client logs the line around those of the call itself, as .NET does
 */
record LineFacts(
    int start,
    @Nullable String method,
    @Nullable String url,
    int status,
    @Nullable Duration took,
    boolean outer) {

  private static final String PATH = "[\\w/.~%!$()*+:@&-]*(?:\\?[^\\s\"'<>|`\\\\{}]*)?";
  private static final String ABSOLUTE = "https?://[\\w.:@-]+(?:/" + PATH + ")?";

  /** A path is taken for one of DocuSign's APIs only if nothing else has such paths. */
  private static final String API_PATH =
      "(?<![\\w.:/@*%-])/(?:restapi/v|v\\d(?:\\.\\d)?/accounts/|oauth/(?:token|userinfo|auth))"
          + PATH;

  /** A host of DocuSign without the scheme, as some clients log the target. */
  private static final String HOST_AND_PATH =
      "(?<![\\w./:@-])[\\w-]+(?:\\.[\\w-]+)*\\.docusign\\.(?:net|com)(?::\\d+)?/" + PATH;

  private static final Pattern URL =
      Pattern.compile(ABSOLUTE + "|" + API_PATH + "|" + HOST_AND_PATH);

  private static final Pattern METHOD =
      Pattern.compile(
          "(?<![\\w/.%-])(?:(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)(?![\\w/%=-])"
              + "|(?i:(?<=method[\"']{0,1}[ :=>]{1,4}[:\"']?)|(?<=verb[\"']{0,1}[ :=>]{1,4}[:\"']?))"
              + "(?i:get|post|put|delete|patch|head|options)(?!\\w)"
              + "|(?:get|post|put|delete|patch)(?=[ :\"'\\])]{1,4}https?://))"
              + "|(?<=RestClient\\.)(?:get|post|put|delete|patch)\\b");

  /** A method with what it is applied to, of any API. */
  private static final Pattern REQUEST =
      Pattern.compile(
          "[^\\w/]{1,8}(?:u'|b')?(" + ABSOLUTE + "|/" + PATH + "|" + HOST_AND_PATH + ")");

  private static final Pattern KEYED_URL =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:\\w+_)?(?:url(?:\\.full)?|ur[il]|address|pathname|endpoint|target|route)"
              + "[\"']?\\]?\\s{0,4}(?:[:=]|=>)\\s{0,4}(?:Str\\()?[\"'\\[]?(?="
              + "https?://|/restapi/|/v\\d|/oauth/)");

  private static final String NO_MORE = "(?![\\w%/:-]|[.,]\\d)";

  /** Where a status stands wherever the line has its URL. */
  private static final Pattern STATUS =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:http[ _.]?)?(?:response[ _.]?)?(?:status|code)(?:[ _.]?code)?[\"']?\\]?\\s{0,12}"
              + "(?:[:=]|=>)\\s{0,4}(?:Int\\()?[\"']?(?<a>\\d{3})"
              + NO_MORE
              + "|HTTP/[\\d.]+[\"']?,?\\s+(?:status )?(?<b>\\d{3})(?!\\w)"
              + "|(?:->|=>|<-+|<=|\u00e2\u0086\u0092|\u00e2\u0086\u0090|(?<!\\w)[<>])\\s{0,4}(?<c>\\d{3})(?![\\w.:/-])"
              + "|(?<![\\w.:/=-])(?<d>\\d{3})[ \\]\"':]{1,3}(?:- )?(?<phrase>[A-Z][\\w -]{1,40})"
              + "|\\b(?:response|responded|respond(?:ed)? with|returned|returns|status(?:[ _]?code)?|got|answered|replied"
              + "|received|http(?: code)?|failed with|resulted in)\\b(?: [\\w-]{8,40}(?=: ))?[^\\w\\d]{1,3}(?:an? |with |status |code |http |[`'\"]){0,4}"
              + "(?<e>\\d{3})(?!\\w|[.,:]\\d|/|-)"
              + "|\\b(?:gave|ended|done|completed|finished|failed|succeeded)\\b[^\\w\\d]{1,3}(?:in |with |status |code |[`'\"]){0,3}"
              + "(?<g>\\d{3})(?!\\w|[.,:]\\d|/|-| ?(?:ms|s|bytes)\\b)"
              + "|\\b(?:Exception|Error)\\b[^()]{0,200}\\((?<h>\\d{3})\\)\\s*$"
              + "|\\bafter [\\d.,]+ ?ms - (?<f>\\w+)");

  /** A status directly after a request: digits with nothing but punctuation before them. */
  private static final Pattern AFTER =
      Pattern.compile(
          "^(?: HTTP/[\\d.]+)?[^\\w/]{1,240}(\\d{3})(?![\\w%/:-]|[.,]\\d| ?(?:ms|s|bytes|B)\\b)");

  /** A status directly before a request. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?<![\\w.:/=#-])(\\d{3})[^\\w/.:]{1,6}(?:(?:for|from|on|to|of|by|auf|von|pour|de|para) )?$");

  private static final Pattern TOOK =
      Pattern.compile(
          "(?<![\\w.:/])(\\d{1,9}(?:[.,]\\d{1,9})?) ?(ms|\u00c2?\u00b5s|us|s|sec|seconds)(?!\\w)"
              + "|(?i)(?:elapsed|took|duration|response_?time|total_time|latency|ms)\\w{0,8}[\"']?[:=] ?[\"']?"
              + "(\\d{1,9}(?:\\.\\d{1,9})?)");

  private static final Pattern OUTER = Pattern.compile("(?:Start|End) processing HTTP request");

  /** Returns what a line shows, or null if it shows nothing of a call. */
  static @Nullable LineFacts of(String line) {
    Matcher url = URL.matcher(line);
    Matcher keyed = KEYED_URL.matcher(line);
    boolean hasKey = keyed.find() && url.find(keyed.end()) && url.start() == keyed.end();
    int from = -1;
    int to = -1;
    String method = null;
    Matcher word = METHOD.matcher(line);
    int wordStart = -1;
    // A method and a URL side by side count more than a name such as that of the page that called.
    Matcher beside = REQUEST.matcher(line);
    if (hasKey && !isOfDocuSign(url.group()) && word.find()) {
      beside.region(word.end(), line.length());
      hasKey = !(beside.lookingAt() && isOfDocuSign(beside.group(1)));
    }
    word.reset();
    if (hasKey) {
      from = url.start();
      to = url.end();
      wordStart = word.find() ? word.start() : -1;
      method = wordStart < 0 ? null : word.group();
    } else {
      Matcher request = REQUEST.matcher(line);
      while (from < 0 && word.find()) {
        request.region(word.end(), line.length());
        if (request.lookingAt() && isUrl(request.group(1))) {
          method = word.group();
          wordStart = word.start();
          from = request.start(1);
          to = request.end(1);
        }
      }
      if (from < 0 && url.find(0)) {
        from = url.start();
        to = url.end();
        word.reset();
        // The method before the URL, or else the first after it.
        while (word.find() && (method == null || word.start() < from)) {
          method = word.group();
          wordStart = word.start();
        }
        if (method != null && Math.abs(wordStart - from) > NEAR + to - from) {
          method = null;
          wordStart = -1;
        }
      }
    }
    if (from >= 0 && isTemplate(line, to)) {
      return null;
    }
    to = from < 0 ? 0 : trimmed(line, from, to);
    if (from >= 0 && method == null && !hasKey && nextTo(line, from, from, to) == 0) {
      from = -1;
      to = 0;
    }
    Matcher status = STATUS.matcher(line);
    int code = 0;
    int place = -1;
    // Digits in the URL are not of a status.
    for (int at = 0; code == 0 && at <= line.length() && status.find(at); at = status.end()) {
      boolean inUrl = from >= 0 && status.start() >= from && status.end() <= to;
      code = inUrl ? 0 : code(status, from >= 0);
      place = status.start();
    }
    if (code == 0 && from >= 0) {
      code = nextTo(line, wordStart >= 0 ? Math.min(wordStart, from) : from, from, to);
      place = from;
    }
    if (code == 0 && from < 0) {
      return null;
    }
    int start = from < 0 ? place : wordStart < 0 ? from : Math.min(wordStart, from);
    return new LineFacts(
        code > 0 && place >= 0 ? Math.min(start, place) : start,
        method == null ? null : method.toUpperCase(Locale.ROOT),
        from < 0 ? null : url(line, from, to),
        code,
        took(line, from, to),
        OUTER.matcher(line).find());
  }

  /** Returns the status directly after a request, or before it or its URL, or 0. */
  private static int nextTo(String line, int first, int from, int to) {
    Matcher before = BEFORE.matcher(line);
    int earlier = before.region(0, first).find() ? named(before.group(1)) : 0;
    boolean isField = earlier > 0 && "\"'".indexOf(line.charAt(first - 1)) >= 0;
    Matcher after = AFTER.matcher(line).region(to, line.length());
    int later = !isField && after.find() ? named(after.group(1)) : 0;
    if (later > 0 || earlier > 0) {
      return later > 0 ? later : earlier;
    }
    return before.region(0, from).find() ? named(before.group(1)) : 0;
  }

  /** Returns the number of a status that has a name, or 0. */
  private static int named(String digits) {
    int status = status(digits);
    return StatusWord.isNamed(status) ? status : 0;
  }

  /** Returns the method that stands at an index, after blanks and quotes, or null. */
  static @Nullable Matcher method(String line, int from) {
    Matcher word = METHOD.matcher(line);
    return word.find(from) && word.start() - from <= 8 ? word : null;
  }

  private static final int NEAR = 60;

  private static boolean isUrl(String text) {
    return text.length() > 1;
  }

  /** Returns whether the URL goes on with a placeholder, as in documentation. */
  private static boolean isTemplate(String line, int to) {
    return to < line.length()
        && (line.charAt(to) == '{' || line.charAt(to) == '<')
        && line.charAt(to - 1) == '/';
  }

  private static int code(Matcher status, boolean withUrl) {
    String word = status.group("f");
    if (word != null) {
      return StatusWord.code(word);
    }
    String keyed = status.group("a");
    boolean bare = keyed != null && status.group().regionMatches(true, 0, "code", 0, 4);
    if (bare && !withUrl) {
      return 0;
    }
    String phrase = status.group("phrase");
    if (phrase != null && !isPhrase(phrase, status(status.group("d")))) {
      return 0;
    }
    if (status.group("g") != null) {
      return withUrl ? named(status.group("g")) : 0;
    }
    for (String group : new String[] {"a", "b", "c", "d", "e", "h"}) {
      if (status.group(group) != null) {
        return status(status.group(group));
      }
    }
    return 0;
  }

  /** Returns whether a text begins with the reason phrase of a status. */
  private static boolean isPhrase(String text, int status) {
    int end = 0;
    do {
      int blank = text.indexOf(' ', end + 1);
      end = blank < 0 ? text.length() : blank;
      if (StatusWord.ofPhrase(text.substring(0, end)) == status) {
        return status > 0;
      }
    } while (end < text.length());
    return false;
  }

  private static int status(String digits) {
    int status = Integer.parseInt(digits);
    return status >= 200 && status < 600 ? status : 0;
  }

  /** Returns where a URL ends without the punctuation after it. */
  private static int trimmed(String line, int from, int to) {
    int end = to;
    while (end > from + 1 && ".,:;)!?*&".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static String url(String line, int from, int to) {
    String url = line.substring(from, to);
    // urllib3 writes the host before the request.
    Matcher host = HOST_BEFORE.matcher(line).region(0, from);
    if (url.startsWith("/") && host.find()) {
      url = host.group(1) + url;
    } else if (!url.startsWith("/") && !url.startsWith("http")) {
      url = "https://" + url;
    }
    url = url.replaceFirst("(?<=[\\w]|^)//(?=restapi/)", "/");
    return url.startsWith("https://") ? url.replaceFirst(":443(?=/)", "") : url;
  }

  private static final Pattern HOST_BEFORE =
      Pattern.compile("(https?://[\\w.-]+(?::\\d+)?) [\"'][A-Z]+ $");

  private static @Nullable Duration took(String line, int from, int to) {
    Matcher took = TOOK.matcher(line);
    while (took.find()) {
      if (took.start() >= from && took.end() <= to) {
        continue;
      }
      String unit = took.group(2);
      BigDecimal number =
          new BigDecimal((unit == null ? took.group(3) : took.group(1)).replace(',', '.'));
      String name = took.group().toLowerCase(Locale.ROOT);
      boolean seconds = unit == null ? name.contains("total_time") : unit.startsWith("s");
      int shift = seconds ? 9 : unit == null || unit.equals("ms") ? 6 : 3;
      return Duration.ofNanos(number.movePointRight(shift).longValue());
    }
    return null;
  }

  /** What names a thread, a connection or a call, wherever a log writes it. */
  private static final Pattern MARK =
      Pattern.compile(
          "[\\[(](?:id: ?)?([\\w#.:/@-]{2,60})(?=[,\\s\\])])"
              + "|(?i:[\\w-]*(?:id|thread|trace|span|correlation|conn|request|traceparent))[\"']?(?:[:=]|=>) ?[\"']?([\\w.-]{2,64})"
              + "|(?i:\\b(?:re(?:quest|sponse)|call) ([0-9a-f-]{8,36})\\b)"
              + "|#(\\d{1,12})\\b|\\b(ex-\\d+|0x[0-9a-f]{4,16})\\b|^(\\d{1,9}) [<>*] ");

  /** Times, dates and levels are in brackets too. */
  private static final Pattern NO_MARK =
      Pattern.compile(
          "\\d\\d:\\d\\d|^\\d{4}-\\d\\d-\\d\\d|^(?i:info|debug|trace|warn\\w*|error|fatal)$");

  /** Returns what identifies the call, its thread or its connection in a line. */
  static Set<String> marks(String line) {
    Set<String> marks = new LinkedHashSet<>();
    Matcher mark = MARK.matcher(line);
    while (mark.find() && marks.size() < MOST_MARKS) {
      for (int i = 1; i <= mark.groupCount(); i++) {
        String text = mark.group(i);
        if (text != null && !NO_MARK.matcher(text).find()) {
          marks.add(text);
        }
      }
    }
    return marks;
  }

  private static final int MOST_MARKS = 24;

  /** Returns the form of a line: what its client writes whatever the call. */
  String shape(String line) {
    String before = line.substring(0, Math.min(start, line.length()));
    return before.replaceAll("\\d[\\w.:,-]*|\\b[0-9a-f]{6,}\\b", "0") + '|' + (url == null);
  }

  /** Returns whether a URL is one of DocuSign's APIs, or may be where only its path is known. */
  static boolean isOfDocuSign(String url) {
    Matcher host = HOST.matcher(url);
    if (url.contains("/restapi/v")) {
      return true;
    }
    if (!host.find()) {
      return url.startsWith("/v2") || url.startsWith("/oauth/");
    }
    String name = host.group(1).toLowerCase(Locale.ROOT);
    return DocuSignHosts.isDocuSign(name)
        && !SITES.matcher(name).find()
        && host.end() < url.length();
  }

  private static final Pattern HOST = Pattern.compile("^https?://([^/:?]+)(?::\\d+)?/?");
  private static final Pattern SITES =
      Pattern.compile("^(?:www|support|developers?|community|status|trust|docs|go|lens)\\.");
}
