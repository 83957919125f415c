package io.kubilitics.access;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Refuses every path that two programs could read differently: empty or dotted parts, parameters
/// after `;`, backslashes, raw control or non-ASCII characters, and percent-encodings that are
/// broken, no UTF-8, or hide one of `/ \ % .` or a control character.
public final class PlainPath implements Guard {
  private static final String HIDDEN = "/\\%.";

  @Override
  public Optional<Refusal> refuses(Visit visit) {
    return isPlain(visit.knock().path())
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                400,
                "ambiguous-path",
                "The path can be read in more than one way. Objects with such names are asked for"
                    + " with ?id=."));
  }

  static boolean isPlain(String path) {
    if (!path.startsWith("/")) {
      return false;
    }
    if (path.equals("/")) {
      return true;
    }
    for (String part : path.substring(1).split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || !isPlainPart(part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainPart(String part) {
    ByteBuffer decoded = ByteBuffer.allocate(part.length());
    for (int at = 0; at < part.length(); at++) {
      char c = part.charAt(at);
      if (c <= ' ' || c >= 0x7F || c == ';' || c == '\\') {
        return false;
      }
      if (c != '%') {
        decoded.put((byte) c);
        continue;
      }
      int high = at + 2 < part.length() ? Character.digit(part.charAt(at + 1), 16) : -1;
      int low = at + 2 < part.length() ? Character.digit(part.charAt(at + 2), 16) : -1;
      int octet = (high << 4) | low;
      if (high < 0 || low < 0 || octet < ' ' || octet == 0x7F || HIDDEN.indexOf(octet) >= 0) {
        return false;
      }
      decoded.put((byte) octet);
      at += 2;
    }
    return isUtf8(decoded.flip());
  }

  private static boolean isUtf8(ByteBuffer octets) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(octets);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
