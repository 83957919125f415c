package io.kubilitics.api;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The name under which a browser saves an answer, as RFC 6266 has it: one of plain letters for
/// every browser, and the real one beside it. Nothing in it can lead out of the folder, run, or
/// look like what it is not.
final class DownloadName {
  private static final int LONGEST = 100;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private DownloadName() {}

  /// The value of `Content-Disposition`.
  ///
  /// @param name any text
  /// @param ending with which the file ends, such as `-3.svg`: plain letters
  static String attachment(String name, String ending) {
    String real = cleaned(name) + ending;
    String plain = real.codePoints().allMatch(DownloadName::isPlain) ? real : plain(real);
    String value = "attachment; filename=\"" + plain + "\"";
    return plain.equals(real) ? value : value + "; filename*=UTF-8''" + encoded(real);
  }

  /// Letters and digits of any writing, and a few marks; no dot comes first.
  private static String cleaned(String name) {
    StringBuilder clean = new StringBuilder();
    name.codePoints()
        .limit(LONGEST)
        .forEach(c -> clean.appendCodePoint(isHarmless(c, clean.isEmpty()) ? c : '_'));
    return clean.isEmpty() ? "_" : clean.toString();
  }

  private static boolean isHarmless(int c, boolean first) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || (c == '.' && !first);
  }

  private static boolean isPlain(int c) {
    return c < 0x80;
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints().forEach(c -> plain.append(isPlain(c) ? (char) c : '_'));
    return plain.toString();
  }

  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      boolean isPlain = c < 0x80;
      if (isPlain) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.toHexDigits(octet));
      }
    }
    return encoded.toString();
  }
}
