package io.kubilitics.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// The opaque text that `continue` takes: where the next part of one list begins. It says nothing
/// about any state of the cluster, so it holds as long as the place does. A text that was not made
/// for the same list, or is not whole, is refused; it is no secret and protects nothing.
final class Bookmark {
  private static final int CHECK_BYTES = 6;
  private static final String SEPARATOR = "\0";

  private Bookmark() {}

  /// Makes one.
  ///
  /// @param list what was asked for, less how much of it at once
  static String text(String list, List<String> parts) {
    String body = String.join(SEPARATOR, parts);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((check(list, body) + body).getBytes(StandardCharsets.UTF_8));
  }

  /// Reads one back.
  ///
  /// @throws IllegalArgumentException when it was not made for this list
  static List<String> parts(String text, String list) {
    String whole;
    try {
      whole = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw notOurs();
    }
    int length = CHECK_BYTES * 2;
    if (whole.length() < length || !whole.startsWith(check(list, whole.substring(length)))) {
      throw notOurs();
    }
    return Arrays.asList(whole.substring(length).split(SEPARATOR, -1));
  }

  private static IllegalArgumentException notOurs() {
    return new IllegalArgumentException("is not what an earlier answer to the same question said");
  }

  private static String check(String list, String body) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((list + SEPARATOR + body).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, CHECK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
