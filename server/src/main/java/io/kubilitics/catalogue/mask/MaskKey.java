package io.kubilitics.catalogue.mask;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key under which secret values are hashed: equal values can be seen to be equal while a
/// process runs, and a hash found in its output cannot be looked up. Immutable, used by any thread.
public final class MaskKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int SHOWN_BYTES = 8;

  private final SecretKeySpec key;

  private MaskKey(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /// A key of one's own, for masks that must be the same twice.
  public static MaskKey of(byte[] key) {
    return new MaskKey(key.clone());
  }

  /// The key of this process, drawn when it is first needed and forgotten when the process ends.
  public static MaskKey ofProcess() {
    return OfProcess.KEY;
  }

  /// What is shown in place of a text.
  String masked(String text) {
    return masked(text.getBytes(StandardCharsets.UTF_8));
  }

  /// What is shown in place of a value that is base64 where it should be; so `data` and
  /// `stringData` of the same Secret show the same.
  String maskedBase64(String text) {
    try {
      return masked(Base64.getMimeDecoder().decode(text));
    } catch (IllegalArgumentException _) {
      return masked(text);
    }
  }

  private String masked(byte[] secret) {
    return "masked(" + secret.length + " bytes, " + hash(secret) + ")";
  }

  private String hash(byte[] secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(secret), SHOWN_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static final class OfProcess {
    static final MaskKey KEY = random();

    private static MaskKey random() {
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      return new MaskKey(key);
    }
  }
}
