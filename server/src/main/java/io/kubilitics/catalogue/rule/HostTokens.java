package io.kubilitics.catalogue.rule;

import java.util.function.Consumer;

/// Cuts host names out of text: the host of a URL, `host:port`, a name of two or more labels, or a
/// whole text that is one label. All are in lower case with at least one letter and made of DNS
/// labels. What may be a credential is none of them.
final class HostTokens {
  private static final int LONGEST_HOST = 253;
  private static final int LONGEST_LABEL = 63;

  private HostTokens() {}

  /// Hands on the host names of a text, in its order.
  ///
  /// @param most how many tokens are looked at closely at most
  /// @return how many more there were
  static int read(String text, int most, Consumer<String> found) {
    int count = 0;
    int length = text.length();
    int at = 0;
    while (at < length) {
      if (!isHostCharacter(text.charAt(at))) {
        at++;
        continue;
      }
      int from = at;
      while (at < length && isHostCharacter(text.charAt(at))) {
        at++;
      }
      int to = at;
      while (to > from && text.charAt(to - 1) == '.') {
        to--;
      }
      if (isCandidate(text, from, to) && isHost(text, from, to)) {
        count++;
        if (count > most) {
          continue;
        }
        String host = text.substring(from, to);
        if (!host.equals("true")
            && !host.equals("false")
            && !Credentials.isUser(text, to)
            && !Credentials.isBefore(text, from)) {
          found.accept(host);
        }
      }
    }
    return Math.max(0, count - most);
  }

  private static boolean isHostCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  }

  /// Whether what stands around the token lets it be a host.
  private static boolean isCandidate(String text, int from, int to) {
    if (from == 0 && to == text.length()) {
      return true;
    }
    char before = from == 0 ? ' ' : text.charAt(from - 1);
    char after = to == text.length() ? ' ' : text.charAt(to);
    if (Character.isLetterOrDigit(before)
        || before == '_'
        || Character.isLetterOrDigit(after)
        || after == '_'
        || after == '@') {
      return false;
    }
    boolean afterScheme = from >= 3 && text.startsWith("://", from - 3);
    boolean beforePort =
        after == ':' && to + 1 < text.length() && Character.isDigit(text.charAt(to + 1));
    boolean inAuthority = before == '@';
    boolean ofPath = before == '/' && !afterScheme;
    if (ofPath) {
      return false;
    }
    return afterScheme || beforePort || inAuthority || text.substring(from, to).indexOf('.') > 0;
  }

  private static boolean isHost(String text, int from, int to) {
    if (to - from > LONGEST_HOST || from >= to) {
      return false;
    }
    boolean letter = false;
    int label = 0;
    for (int at = from; at <= to; at++) {
      char c = at == to ? '.' : text.charAt(at);
      if (c == '.') {
        if (label == 0 || label > LONGEST_LABEL || text.charAt(at - 1) == '-') {
          return false;
        }
        label = 0;
        continue;
      }
      if (c == '-' && label == 0) {
        return false;
      }
      letter |= c >= 'a' && c <= 'z';
      label++;
    }
    return letter;
  }
}
