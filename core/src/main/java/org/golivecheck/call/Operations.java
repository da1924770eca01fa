package org.golivecheck.call;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.JarText;

/**
 * The catalogue of API operations. Finds the API method that a call invoked.
 *
 * <p>A call is matched by HTTP method and path template. Literal segments take precedence over
 * variables and are compared ignoring case. The query and trailing slashes are ignored,
 * percent-encoding is not decoded, and the API version is part of the path. If two APIs share
 * method and path, such as eSignature and Rooms, the host decides.
 *
 * <p>The name is the documented one if known ({@code Envelopes:get}). Otherwise it consists of the
 * resource group and operation id in DocuSign's OpenAPI description, for eSignature that of v2.1.
 * The name in a log is used only for a call that the catalogue does not contain, since request logs
 * name template calls after envelope methods.
 *
 * <p>Thread-safe. The catalogue is read on first use.
 */
public final class Operations {
  private Operations() {}

  /**
   * Returns the operation that a call invoked.
   *
   * @param call any call
   * @return the operation. If the catalogue does not contain it, its template is guessed, and its
   *     name is that in the log if DocuSign documents it, or empty
   */
  public static Operation of(ApiCall call) {
    Operation operation = match(call.method(), call.url());
    String hint = call.loggedOperation();
    if (operation.known() || hint == null) {
      return operation;
    }
    String name = LoggedNames.documented(hint);
    return new Operation(operation.api(), operation.method(), operation.template(), name);
  }

  /**
   * Returns the operation of an HTTP method and a URL.
   *
   * @param method the HTTP method, in any case
   * @param url any URL
   * @return the operation. If the catalogue does not contain it, its name is empty and its template
   *     is guessed: ids and everything else that varies or is personal are variables
   */
  public static Operation match(String method, CallUrl url) {
    return OperationCatalogue.get().match(method.toUpperCase(Locale.ROOT), url, family(url));
  }

  /** Returns the API that a URL belongs to, by host and path. */
  public static ApiFamily family(CallUrl url) {
    return FamilyFinder.find(url);
  }

  /**
   * Returns the actual path of a call, with each id cut to its first eight characters, such as
   * {@code /restapi/v2.1/accounts/0a1b2c3d/envelopes/9f8e7d6c/documents/1}.
   *
   * <p>GUIDs are in lower case. A value that is not an id, such as an e-mail address, is replaced
   * by the variable of the template, so that no personal data remains.
   *
   * @param operation the operation that the URL was matched to
   * @param url the URL
   */
  public static String resource(Operation operation, CallUrl url) {
    return Resource.of(operation.template(), url.path());
  }

  /**
   * Renders the path of a call so that it distinguishes resources but contains no personal data.
   */
  private static final class Resource {
    private static final int SHOWN = 8;

    private Resource() {}

    static String of(String template, String path) {
      StringBuilder resource = new StringBuilder(path.length());
      Segments names = new Segments(template);
      Segments values = new Segments(path);
      while (names.next()) {
        String name = names.text();
        resource.append('/');
        if (values.next() && name.indexOf('{') >= 0) {
          appendValue(resource, name, values);
        } else {
          resource.append(name);
        }
      }
      return resource.isEmpty() ? "/" : resource.toString();
    }

    private static void appendValue(StringBuilder resource, String name, Segments value) {
      String text = value.isGuid() ? Ascii.lower(value.text()) : value.text();
      if (value.isPlain() || value.isVersion()) {
        resource.append(text, 0, Math.min(SHOWN, text.length()));
      } else {
        resource.append(name);
      }
    }
  }

  /** Maps the names that request logs give to operations to those that DocuSign documents. */
  private static final class LoggedNames {
    private LoggedNames() {}

    /** Returns the documented name for the name in a log, or an empty string. */
    static String documented(String loggedName) {
      return Holder.NAMES.getOrDefault(Ascii.lower(loggedName.strip()), "");
    }

    private static final class Holder {
      static final Map<String, String> NAMES = new HashMap<>();

      static {
        for (String[] row : JarText.readPairs(LoggedNames.class, "operation-names.tsv")) {
          NAMES.put(Ascii.lower(row[0]), row[1]);
          NAMES.put(Ascii.lower(row[1]), row[1]);
        }
      }
    }
  }
}
