package io.kubilitics.catalogue.mask;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds credentials inside text by their shape and by the name before them, and covers them: user
/// info of URLs, private keys, tokens of known forms, `password=…`. The rest of the text stays.
/// Linear in the length of the text; used by any thread.
public final class SecretText {
  private static final SecretText WITHOUT_HASH = new SecretText(_ -> "masked");

  /// Shorter texts hold no credential that is known without its name.
  private static final int SHORTEST = 8;

  private static final int LONGEST_USER_INFO = 1024;

  private static final String KEY_BEGIN = "-----BEGIN ";
  private static final String KEY_END = "-----END ";
  private static final String PRIVATE = "PRIVATE KEY";
  private static final int LONGEST_KEY_NAME = 64;

  private static final Pattern ENCODED_PEM =
      Pattern.compile("LS0tLS1CRUdJTi[A-Za-z0-9+/]++(?:[\\r\\n ]++[A-Za-z0-9+/]{16,}+)*+={0,2}+");

  private static final int ENCODED_HEAD = 80;

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\beyJ[\\w-]{8,}+\\.[\\w-]{4,}+\\.[\\w-]*+" // JSON Web Token
              + "|\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"
              + "|\\bgh[oprsu]_\\w{30,}+|\\bgithub_pat_\\w{20,}+|\\bglpat-[\\w-]{16,}+"
              + "|\\bxox[abeprs]-[\\w-]{10,}+|\\b[rs]k_(?:live|test)_\\w{16,}+"
              + "|\\bAIza[\\w-]{30,}+|\\bnpm_\\w{30,}+|\\bhv[bs]\\.[\\w-]{20,}+"
              + "|\\bdop_v1_\\w{30,}+|\\bSG\\.[\\w-]{16,}+\\.[\\w-]{16,}+"
              + "|\\bsk-[A-Za-z0-9_-]{32,}+|\\bpypi-[\\w-]{32,}+|\\bAGE-SECRET-KEY-1\\w{20,}+");

  private static final int SHORTEST_TOKEN = 15;

  /// Cheap to look for; most texts hold none of them.
  private static final List<String> TOKEN_BEGINS =
      List.of(
          "eyJ",
          "AKIA",
          "ASIA",
          "ghp_",
          "gho_",
          "ghr_",
          "ghs_",
          "ghu_",
          "github_pat_",
          "glpat-",
          "xox",
          "k_live_",
          "k_test_",
          "AIza",
          "npm_",
          "hvb.",
          "hvs.",
          "dop_v1_",
          "SG.",
          "sk-",
          "pypi-",
          "AGE-SECRET-KEY-");

  private static final Pattern BEARER =
      Pattern.compile("\\b(?:[Bb]earer|[Bb]asic|BEARER|BASIC) ++([\\w.~+/-]{12,}+={0,2}+)");

  /// Arguments of programs that take a password without a name.
  private static final Pattern ARGUMENT =
      Pattern.compile(
          "\\bmysql\\w*+[^\\n]{0,200}? -p([^\\s'\"]++)"
              + "|\\bcurl\\b[^\\n]{0,200}? (?:-u|--user)[ =]?([^\\s'\"]++)"
              + "|\\bredis-cli\\b[^\\n]{0,200}? -a ++([^\\s'\"]++)"
              + "|(?:^|\\s)--?[\\w-]{0,40}?(?:password|passwd|passphrase|token|secret)"
              + " ++([^\\s'\"-][^\\s'\"]*+)");

  private static final List<String> SCHEMES = List.of("earer ", "asic ", "BEARER ", "BASIC ");

  private static final List<String> ARGUMENTS =
      List.of("mysql", "curl", "redis-cli", "passw", "passphrase", "token", "secret");

  private final UnaryOperator<String> cover;

  SecretText(UnaryOperator<String> cover) {
    this.cover = cover;
  }

  /// The text with the word `masked` in place of every credential: the same for the same text in
  /// every process.
  public static String covered(String text) {
    return text.length() < SHORTEST ? text : WITHOUT_HASH.masked(text);
  }

  String masked(String text) {
    if (text.length() < SHORTEST) {
      return text;
    }
    String masked = text;
    if (masked.contains(KEY_BEGIN)) {
      masked = withoutKeys(masked);
    }
    if (masked.contains("LS0tLS1CRUdJTi")) {
      masked = replaced(ENCODED_PEM, masked, SecretText::isEncodedKey);
    }
    if (masked.contains("://")) {
      masked = withoutUserInfo(masked);
    }
    if (masked.length() >= SHORTEST_TOKEN && holdsAny(masked, TOKEN_BEGINS)) {
      masked = replaced(TOKEN, masked, _ -> true);
    }
    if (holdsAny(masked, SCHEMES)) {
      masked = replaced(BEARER, masked, SecretText::hasDigit);
    }
    if (holdsAny(masked, ARGUMENTS)) {
      masked = replaced(ARGUMENT, masked, value -> !CredentialNames.isNoSecret(value));
    }
    return new Assignments(masked, cover).masked();
  }

  private static boolean holdsAny(String text, List<String> words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// PEM blocks of private keys, up to their end or that of the text.
  private String withoutKeys(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int done = 0;
    int at = text.indexOf(KEY_BEGIN);
    while (at >= 0) {
      int name = at + KEY_BEGIN.length();
      int dashes = text.indexOf("-----", name);
      boolean isPrivate =
          dashes >= 0
              && dashes - name <= LONGEST_KEY_NAME
              && text.substring(name, dashes).contains(PRIVATE);
      if (isPrivate) {
        int end = text.indexOf(KEY_END, dashes);
        int close = end < 0 ? -1 : text.indexOf("-----", end + KEY_END.length());
        int to = close < 0 ? text.length() : close + 5;
        kept.append(text, done, at).append(cover.apply(text.substring(at, to)));
        done = to;
      }
      at = text.indexOf(KEY_BEGIN, Math.max(name, done));
    }
    return kept.append(text, done, text.length()).toString();
  }

  private static boolean isEncodedKey(String base64) {
    String head = base64.substring(0, Math.min(base64.length(), ENCODED_HEAD));
    head = head.replaceAll("[^A-Za-z0-9+/]", "");
    byte[] decoded = Base64.getDecoder().decode(head.substring(0, head.length() / 4 * 4));
    return new String(decoded, StandardCharsets.ISO_8859_1).contains(PRIVATE);
  }

  /// What stands before the `@` of a URL.
  private String withoutUserInfo(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int done = 0;
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
      int from = at + 3;
      int to = endOfUserInfo(text, from);
      if (to > from && !CredentialNames.isNoSecret(text.substring(from, to))) {
        kept.append(text, done, from).append(cover.apply(text.substring(from, to)));
        done = to;
      }
    }
    return kept.append(text, done, text.length()).toString();
  }

  /// The last `@` before the path; a slash in a password, which should not be there, does not end
  /// it.
  private static int endOfUserInfo(String text, int from) {
    int end = -1;
    int colon = -1;
    int most = Math.min(text.length(), from + LONGEST_USER_INFO);
    for (int at = from; at < most; at++) {
      char c = text.charAt(at);
      if (c <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>' || c == '`') {
        break;
      }
      if (c == '@') {
        end = at;
      } else if (c == ':' && colon < 0) {
        colon = at;
      } else if (c == '/' || c == '?' || c == '#') {
        boolean afterPort = colon < 0 || isNumber(text, colon + 1, at);
        if (end >= 0 || afterPort) {
          break;
        }
      }
    }
    return end;
  }

  private static boolean isNumber(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!Character.isDigit(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit) || text.endsWith("=");
  }

  /// Covers the first group of each match, or all of it when there is none.
  private String replaced(
      Pattern pattern, String text, java.util.function.Predicate<String> isSecret) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder kept = new StringBuilder(text.length());
    int done = 0;
    while (matcher.find()) {
      int group = groupOf(matcher);
      String value = matcher.group(group);
      if (isSecret.test(value)) {
        kept.append(text, done, matcher.start(group)).append(cover.apply(value));
        done = matcher.end(group);
      }
    }
    return done == 0 ? text : kept.append(text, done, text.length()).toString();
  }

  private static int groupOf(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.start(group) >= 0) {
        return group;
      }
    }
    return 0;
  }
}
