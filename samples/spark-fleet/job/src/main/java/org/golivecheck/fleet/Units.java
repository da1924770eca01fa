package org.golivecheck.fleet;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which unit calls belong to: the integration key of their folder ({@code key=GUID/}), of their
 * account by the user's file, or their own; the only key that their log shows; else their account,
 * else their log.
 */
final class Units implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern FOLDER =
      Pattern.compile("(?:^|/)key=([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/");

  private final Map<Integer, String> names = new HashMap<>();
  private final Map<Integer, String> folders = new HashMap<>();
  private final Map<Integer, String> onlyKeys = new HashMap<>();
  private final Map<String, String> accounts;

  Units(List<Piece.Log> logs, List<Part.End> ends, Map<String, String> accounts) {
    this.accounts = new HashMap<>(accounts);
    for (Piece.Log log : logs) {
      names.put(log.id(), log.name());
      Matcher folder = FOLDER.matcher(log.name().toLowerCase(Locale.ROOT));
      if (folder.find()) {
        folders.put(log.id(), folder.group(1));
      }
    }
    Map<Integer, Set<String>> keys = new HashMap<>();
    for (Part.End end : ends) {
      keys.computeIfAbsent(end.log(), log -> new TreeSet<>()).addAll(end.keys());
    }
    keys.forEach(
        (log, shown) -> {
          if (shown.size() == 1) {
            onlyKeys.put(log, shown.iterator().next());
          }
        });
  }

  String of(Part.Calls calls) {
    String account = calls.account();
    String mapped = account == null ? null : accounts.get(account);
    String key = mapped == null ? calls.key() : mapped;
    if (folders.containsKey(calls.log())) {
      return folders.get(calls.log());
    }
    if (key == null) {
      key = onlyKeys.get(calls.log());
    }
    return key != null
        ? key
        : account != null ? "account " + account : "log " + names.get(calls.log());
  }
}
