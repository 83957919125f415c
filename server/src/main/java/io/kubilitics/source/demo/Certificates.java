package io.kubilitics.source.demo;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/// Writes X.509 certificates (RFC 5280) that read well and prove nothing: the key is the base point
/// of P-256, the signature is chance. No secret is needed to make the same bytes again.
final class Certificates {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int UTF8_STRING = 0x0c;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int EXPLICIT_0 = 0xa0;

  /// `ecdsa-with-SHA256`, `commonName`, and the algorithm of keys on P-256, as DER.
  private static final byte[] ECDSA_SHA256 = hex("300a06082a8648ce3d040302");

  private static final byte[] COMMON_NAME = hex("0603550403");
  private static final byte[] EC_KEY_P256 = hex("301306072a8648ce3d020106082a8648ce3d030107");
  private static final byte[] BASE_POINT =
      hex(
          "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
              + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Certificates() {}

  /// @param notBefore seconds of the epoch
  /// @param notAfter seconds of the epoch
  static String pem(Dice dice, String commonName, long notBefore, long notAfter) {
    byte[] body =
        der(
            SEQUENCE,
            der(EXPLICIT_0, der(INTEGER, new byte[] {2})),
            number(dice, 15),
            ECDSA_SHA256,
            name("Example CA R3"),
            der(SEQUENCE, time(notBefore), time(notAfter)),
            name(commonName),
            der(SEQUENCE, EC_KEY_P256, bits(BASE_POINT)));
    byte[] signature = der(SEQUENCE, number(dice, 31), number(dice, 31));
    return armoured("CERTIFICATE", der(SEQUENCE, body, ECDSA_SHA256, bits(signature)));
  }

  /// What stands where a private key would: chance, and no key.
  static String key(Dice dice) {
    return armoured("EC PRIVATE KEY", dice.bytes(121));
  }

  private static String armoured(String label, byte[] der) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }

  private static byte[] name(String commonName) {
    byte[] text = commonName.getBytes(StandardCharsets.UTF_8);
    return der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, text))));
  }

  private static byte[] time(long epochSecond) {
    String text = TIME.format(Instant.ofEpochSecond(epochSecond));
    return der(GENERALIZED_TIME, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] number(Dice dice, int bytes) {
    return der(INTEGER, new BigInteger(1, dice.bytes(bytes)).setBit(bytes * 8 - 2).toByteArray());
  }

  private static byte[] bits(byte[] content) {
    return der(BIT_STRING, new byte[] {0}, content);
  }

  /// Tag, length and value (ITU-T X.690, 8.1).
  private static byte[] der(int tag, byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 4);
    out.write(tag);
    if (length > 0xff) {
      out.write(0x82);
      out.write(length >> 8);
    } else if (length > 0x7f) {
      out.write(0x81);
    }
    out.write(length);
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
