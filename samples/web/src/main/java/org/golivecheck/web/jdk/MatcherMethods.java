package org.golivecheck.web.jdk;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

@MethodsOf(Matcher.class)
final class MatcherMethods {
  private MatcherMethods() {}

  public static String group(Matcher matcher, String name) {
    return matcher.group(PatternMethods.number(matcher.pattern(), name));
  }

  public static int start(Matcher matcher, String name) {
    return matcher.start(PatternMethods.number(matcher.pattern(), name));
  }

  public static int end(Matcher matcher, String name) {
    return matcher.end(PatternMethods.number(matcher.pattern(), name));
  }

  public static String replaceAll(Matcher matcher, Function<MatchResult, String> replacement) {
    StringBuffer text = new StringBuffer();
    matcher.reset();
    while (matcher.find()) {
      matcher.appendReplacement(text, replacement.apply(matcher));
    }
    return matcher.appendTail(text).toString();
  }
}
