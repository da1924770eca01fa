package org.golivecheck.call;

import java.util.HashMap;
import java.util.Map;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.JarText;

/**
 * Guesses the template of a path that the catalogue does not have.
 *
 * <p>Words of the API stay. The segment after a collection becomes a variable, and so do GUIDs,
 * numbers and everything else that does not look like a word, because it varies or may be personal.
 */
final class GuessedTemplate {
  /** The variable of an id in an unknown collection. */
  private static final String ID = "{id}";

  private static final int LONGEST_WORD = 40;

  /** No API has paths this deep, but a hostile log may. */
  private static final int MOST_SEGMENTS = 24;

  private GuessedTemplate() {}

  static String of(String path) {
    StringBuilder template = new StringBuilder(path.length() + 16);
    Segments segments = new Segments(path);
    String variable = null;
    for (int i = 0; segments.next(); i++) {
      if (i == MOST_SEGMENTS) {
        return template.append("/...").toString();
      }
      String lower = Ascii.lower(segments.text());
      String word = Vocabulary.WORDS.get(lower);
      if (word == null) {
        word = variable != null ? variable : unknown(segments);
        variable = null;
      } else {
        variable = Vocabulary.VARIABLES.get(lower);
      }
      template.append('/').append(word);
    }
    return template.isEmpty() ? "/" : template.toString();
  }

  private static String unknown(Segments segments) {
    if (segments.isEmpty() || segments.isVersion()) {
      return Ascii.lower(segments.text());
    }
    return isWord(segments) ? segments.text() : ID;
  }

  private static boolean isWord(Segments segments) {
    if (segments.end() - segments.start() > LONGEST_WORD || !segments.isPlain()) {
      return false;
    }
    return segments.text().chars().noneMatch(Ascii::isDigit);
  }

  /** The words of all templates in the catalogue, and the variables of its collections. */
  private static final class Vocabulary {
    /** The word as documented, by the word in lower case. */
    static final Map<String, String> WORDS = new HashMap<>();

    /** The variable that follows a word, by the word in lower case. */
    static final Map<String, String> VARIABLES = new HashMap<>();

    static {
      for (String[] row : JarText.readPairs(GuessedTemplate.class, "path-words.tsv")) {
        String lower = Ascii.lower(row[0]);
        WORDS.put(lower, row[0]);
        if (!row[1].isEmpty()) {
          VARIABLES.put(lower, row[1]);
        }
      }
    }
  }
}
