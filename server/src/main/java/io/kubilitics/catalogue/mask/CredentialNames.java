package io.kubilitics.catalogue.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells by names and by what stands under them whether a value is a credential. Names are taken
/// apart into words, so that an `AUTHOR` has no `auth`; what only points at a credential (a path, a
/// variable, the name of a Secret) is none.
public final class CredentialNames {
  /// Anywhere in a name, also in the middle of a word: `PGPASSWORD`.
  private static final List<String> TELLING =
      List.of("passw", "passphrase", "secret", "token", "credential", "apikey", "privatekey");

  /// Whole words.
  private static final Set<String> WORDS =
      Set.of("pass", "pwd", "auth", "authorization", "bearer", "jwt", "cookie", "dsn", "pat");

  /// Words before `key` that make it one.
  private static final Set<String> OF_KEYS =
      Set.of(
          "api",
          "private",
          "access",
          "secret",
          "signing",
          "encryption",
          "account",
          "shared",
          "master",
          "license",
          "host",
          "ssh",
          "auth",
          "client",
          "deploy",
          "storage",
          "session");

  /// Last words that make the value a description of a credential and not the credential.
  private static final Set<String> HARMLESS =
      Set.of(
          "name",
          "names",
          "namespace",
          "file",
          "files",
          "filename",
          "path",
          "paths",
          "dir",
          "directory",
          "url",
          "uri",
          "host",
          "port",
          "ref",
          "refs",
          "enabled",
          "disabled",
          "ttl",
          "type",
          "class",
          "mode",
          "method",
          "provider",
          "issuer",
          "audience",
          "expiration",
          "expiry",
          "seconds",
          "length",
          "policy",
          "header",
          "endpoint",
          "version",
          "algorithm",
          "format",
          "mount",
          "prefix",
          "store",
          "interval",
          "timeout",
          "required",
          "realm");

  /// Last words of a field that holds a credential itself.
  private static final List<String> ENDS =
      List.of("password", "passwd", "passphrase", "secret", "token", "credential", "credentials");

  private static final Set<String> END_WORDS = Set.of("pass", "pwd", "bearer", "authorization");

  /// Files that are credentials as a whole.
  private static final Set<String> FILES =
      Set.of(
          "dockerconfigjson",
          "dockercfg",
          "htpasswd",
          "pgpass",
          "netrc",
          "jks",
          "p12",
          "pfx",
          "keystore",
          "kdbx",
          "keytab",
          "dockerconfig");

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private static final Pattern POINTER =
      Pattern.compile(
          "\\$\\([^)]*+\\)|\\$\\{[^}]*+\\}|\\$[A-Za-z_]\\w*+|\\{\\{.*+"
              + "|/(?:etc|var|run|opt|mnt|home|tmp|usr|app|data|config|certs?|secrets?|vault|root)"
              + "(?:/\\S*+)?|file:\\S*+",
          Pattern.DOTALL);

  private static final Set<String> NO_SECRETS =
      Set.of("", "true", "false", "null", "~", "none", "yes", "no", "{}", "[]", "\"\"", "''");

  private static final int LONGEST_NAME = 256;

  private CredentialNames() {}

  /// Whether the variable, header or parameter of this name holds a credential. Rather one too
  /// many: such names are chosen by people.
  static boolean isOfVariable(String name) {
    List<String> words = words(name);
    if (words.isEmpty() || HARMLESS.contains(words.getLast())) {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return TELLING.stream().anyMatch(lower::contains)
        || words.stream().anyMatch(WORDS::contains)
        || isKey(words);
  }

  /// Whether a field of this name holds a credential: its last word says so.
  public static boolean isOfField(String name) {
    List<String> words = words(name);
    if (words.isEmpty()) {
      return false;
    }
    String last = words.getLast();
    return ENDS.stream().anyMatch(last::endsWith)
        || END_WORDS.contains(last)
        || FILES.contains(last)
        || last.equals("apikey")
        || last.equals("privatekey")
        || isSecretId(words)
        || (isKey(words) && !last.equals("id"));
  }

  /// Whether an argument says that the next one is a credential: `--password`.
  static boolean announces(String argument) {
    return argument.startsWith("-") && argument.indexOf('=') < 0 && isOfField(argument);
  }

  /// Whether a value under such a name is none after all, because it is empty or points elsewhere.
  static boolean isNoSecret(String value) {
    String text = value.strip();
    return NO_SECRETS.contains(text.toLowerCase(Locale.ROOT))
        || text.startsWith("masked(")
        || POINTER.matcher(text).matches();
  }

  /// What an application proves its role with at a Vault; the `roleId` beside it is no secret.
  private static boolean isSecretId(List<String> words) {
    int last = words.size() - 1;
    return last > 0 && words.get(last).equals("id") && words.get(last - 1).equals("secret");
  }

  private static boolean isKey(List<String> words) {
    for (int at = 1; at < words.size(); at++) {
      boolean key = words.get(at).equals("key") || words.get(at).equals("keys");
      boolean ends = at == words.size() - 1;
      boolean data = at == words.size() - 2 && !HARMLESS.contains(words.getLast());
      if (key && (ends || data) && OF_KEYS.contains(words.get(at - 1))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(String name) {
    if (name.length() > LONGEST_NAME) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN_WORDS.split(name, -1)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
