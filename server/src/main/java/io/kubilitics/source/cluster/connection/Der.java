package io.kubilitics.source.cluster.connection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// As much of DER (X.690) as it takes to put an old form of private key into PKCS#8 (RFC 5208).
final class Der {
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int PARAMETERS = 0xa0;
  private static final int LONG_FORM = 0x80;

  private static final byte[] VERSION_0 = hex("020100");
  private static final byte[] RSA = hex("06092a864886f70d0101010500");
  private static final byte[] EC = hex("06072a8648ce3d0201");

  private Der() {}

  /// Out of a PKCS#1 key (RFC 8017).
  static byte[] pkcs8OfRsa(byte[] pkcs1) {
    return of(SEQUENCE, VERSION_0, of(SEQUENCE, RSA), of(OCTETS, pkcs1));
  }

  /// Out of a SEC1 key (RFC 5915), which names its curve.
  ///
  /// @throws IllegalArgumentException when it does not, or is no such key
  static byte[] pkcs8OfEc(byte[] sec1) {
    return of(SEQUENCE, VERSION_0, of(SEQUENCE, EC, curve(sec1)), of(OCTETS, sec1));
  }

  private static byte[] curve(byte[] sec1) {
    ByteBuffer key = content(ByteBuffer.wrap(sec1), SEQUENCE);
    while (key.hasRemaining()) {
      int tag = key.get(key.position()) & 0xff;
      ByteBuffer part = content(key, tag);
      if (tag == PARAMETERS) {
        byte[] curve = new byte[part.remaining()];
        part.get(curve);
        return curve;
      }
    }
    throw new IllegalArgumentException("it does not name its curve");
  }

  /// The content of the element at the position, which moves behind it.
  private static ByteBuffer content(ByteBuffer from, int tag) {
    if (from.remaining() < 2 || (from.get() & 0xff) != tag) {
      throw new IllegalArgumentException("it is damaged");
    }
    int length = from.get() & 0xff;
    if (length >= LONG_FORM) {
      int octets = length - LONG_FORM;
      if (octets < 1 || octets > 3 || from.remaining() < octets) {
        throw new IllegalArgumentException("it is damaged");
      }
      length = 0;
      for (int i = 0; i < octets; i++) {
        length = (length << 8) | (from.get() & 0xff);
      }
    }
    if (length > from.remaining()) {
      throw new IllegalArgumentException("it is damaged");
    }
    ByteBuffer content = from.slice(from.position(), length);
    from.position(from.position() + length);
    return content;
  }

  private static byte[] of(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(tag);
    int length = content.size();
    if (length < LONG_FORM) {
      whole.write(length);
    } else {
      int octets = length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
      whole.write(LONG_FORM + octets);
      for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
        whole.write(length >> shift);
      }
    }
    whole.writeBytes(content.toByteArray());
    return whole.toByteArray();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
