package io.kubilitics.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret of one start of the program: at least 256 bits, written in letters that need no
/// escaping in a URL. Whoever holds it is the user. It never ends in a log: [#toString] hides it.
public final class LaunchToken {
  private static final int BYTES = 32;

  /// 43 letters of base64url are 256 bits; 64 of hex are as well.
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43,128}");

  private final String text;

  private LaunchToken(String text) {
    this.text = text;
  }

  public static LaunchToken generate() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new LaunchToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// A token that somebody else made.
  ///
  /// @throws IllegalArgumentException when it is too short or holds other letters; the message does
  ///   not repeat it
  public static LaunchToken of(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a launch token has 43 to 128 letters, digits, '-' or '_', which are 256 bits or more");
    }
    return new LaunchToken(text);
  }

  /// Whether this is the token. Takes as long for a nearly right one as for a wrong one.
  public boolean is(String candidate) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  /// The token itself, for the one place that hands it to the user.
  public String reveal() {
    return text;
  }

  /// Shows that its maker knows the token without telling it: HMAC-SHA256 over the message in
  /// UTF-8, keyed with the letters of the token, in lower-case hex.
  public String prove(String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "LaunchToken[hidden]";
  }
}
