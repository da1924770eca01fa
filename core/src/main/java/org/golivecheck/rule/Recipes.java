package org.golivecheck.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.golivecheck.text.JarText;
import org.jspecify.annotations.Nullable;

/**
 * The recipes: pages with requests and programs to copy, each of which mends some findings. They
 * are declared in {@code recipes/recipes.tsv}, one per row.
 */
public final class Recipes {
  private static final String FOLDER = "recipes/";
  private static final String PAGES =
      "https://github.com/golivecheck/golive-check/blob/main/core/src/main/resources/org/golivecheck/rule/recipes/";

  /** The names of code blocks in pages, by the suffix of such a file. */
  private static final Map<String, String> LANGUAGES =
      Map.of(
          "cs",
          "csharp",
          "http",
          "http",
          "java",
          "java",
          "js",
          "javascript",
          "json",
          "json",
          "php",
          "php",
          "py",
          "python",
          "rb",
          "ruby",
          "sh",
          "sh");

  private static final List<Recipe> ALL = new ArrayList<>();
  private static final Map<String, String> IDS = new HashMap<>();

  static {
    for (String row : JarText.read(Recipes.class, FOLDER + "recipes.tsv").lines().toList()) {
      String[] cells = row.split("\t", -1);
      ALL.add(new Recipe(cells[0], cells[1], cells[2], List.of(cells[3].split(" ", -1))));
      for (String key : cells[3].split(" ", -1)) {
        IDS.put(key.toUpperCase(Locale.ROOT), cells[0]);
      }
    }
  }

  /**
   * A recipe.
   *
   * @param id the stable id, such as {@code polling-to-webhooks}
   * @param title the title
   * @param checked the day on which its facts were last compared with their sources, as ISO 8601
   * @param serves the ids of rules, and the error codes, whose findings it mends
   */
  public record Recipe(String id, String title, String checked, List<String> serves) {}

  private Recipes() {}

  /** Returns all recipes, in the order of their table. */
  public static List<Recipe> all() {
    return List.copyOf(ALL);
  }

  /**
   * Returns the id of the recipe for a finding: the recipe of its error code, else of its rule,
   * else null.
   *
   * @param rule the id of the rule
   * @param errorCode the error code in any letter case, or null
   */
  public static @Nullable String forFinding(String rule, @Nullable String errorCode) {
    String byCode = errorCode == null ? null : IDS.get(errorCode.toUpperCase(Locale.ROOT));
    return byCode == null ? IDS.get(rule.toUpperCase(Locale.ROOT)) : byCode;
  }

  /**
   * Returns the page of a recipe as Markdown, or a program of it.
   *
   * @param name the id in any letter case; followed by the suffix of a language, as in {@code
   *     limits.py}, it means the first program in that language
   * @return empty if no recipe or program has this name
   */
  public static Optional<String> text(String name) {
    String[] parts = name.strip().toLowerCase(Locale.ROOT).split("\\.", 2);
    String language = parts.length < 2 ? null : LANGUAGES.get(parts[1]);
    for (Recipe recipe : ALL) {
      if (recipe.id().equals(parts[0])) {
        String page = JarText.read(Recipes.class, FOLDER + recipe.id() + ".md");
        return parts.length < 2 ? Optional.of(page) : program(page, language);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the address of a recipe's page.
   *
   * @param id the id of a recipe
   */
  public static String link(String id) {
    return PAGES + id + ".md";
  }

  private static Optional<String> program(String page, @Nullable String language) {
    String fence = "```" + language + "\n";
    int start = page.indexOf(fence);
    return start < 0
        ? Optional.empty()
        : Optional.of(
            page.substring(start + fence.length(), page.indexOf("```\n", start + fence.length())));
  }
}
