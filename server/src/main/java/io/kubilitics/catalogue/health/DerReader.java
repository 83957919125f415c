package io.kubilitics.catalogue.health;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Walks through the bytes of an X.509 certificate up to its validity (RFC 5280, 4.1) and looks at
/// nothing else: no key is made, nothing is verified, and bytes that are no certificate end the
/// walk.
final class DerReader {
  private static final int SEQUENCE = 0x30;
  private static final int VERSION = 0xA0;
  private static final int INTEGER = 0x02;
  private static final int UTC_TIME = 0x17;
  private static final int GENERALIZED_TIME = 0x18;

  /// Two digits of a year below this are of this century.
  private static final int PIVOT = 50;

  private final byte[] bytes;
  private int at;

  DerReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The dates of a certificate, or null when the bytes are none.
  @Nullable CertificateDates certificate() {
    boolean isCertificate = enter(SEQUENCE) >= 0;
    boolean isToBeSigned = enter(SEQUENCE) >= 0;
    if (!isCertificate || !isToBeSigned) {
      return null;
    }
    if (at < bytes.length && (bytes[at] & 0xFF) == VERSION && !skip(VERSION)) {
      return null;
    }
    if (!skip(INTEGER) || !skip(SEQUENCE) || !skip(SEQUENCE) || enter(SEQUENCE) < 0) {
      return null;
    }
    Instant notBefore = time();
    Instant notAfter = time();
    return notBefore == null || notAfter == null ? null : new CertificateDates(notBefore, notAfter);
  }

  /// Steps behind tag and length of a value.
  ///
  /// @return its length, -1 when there is no value of this tag that fits
  private int enter(int tag) {
    if (at + 2 > bytes.length || (bytes[at] & 0xFF) != tag) {
      return -1;
    }
    int length = bytes[at + 1] & 0xFF;
    at += 2;
    if (length >= 0x80) {
      int count = length & 0x7F;
      if (count == 0 || count > 3 || at + count > bytes.length) {
        return -1;
      }
      length = 0;
      for (int index = 0; index < count; index++) {
        length = (length << 8) | (bytes[at++] & 0xFF);
      }
    }
    return length > bytes.length - at ? -1 : length;
  }

  private boolean skip(int tag) {
    int length = enter(tag);
    at += Math.max(0, length);
    return length >= 0;
  }

  private @Nullable Instant time() {
    int tag = at < bytes.length ? bytes[at] & 0xFF : -1;
    int length = tag == UTC_TIME || tag == GENERALIZED_TIME ? enter(tag) : -1;
    if (length < 0) {
      return null;
    }
    String text = new String(bytes, at, length, StandardCharsets.US_ASCII);
    at += length;
    if (tag == GENERALIZED_TIME) {
      return read(text);
    }
    long year = text.length() < 2 ? -1 : Values.number(text.substring(0, 2), -1);
    return read((year < PIVOT ? "20" : "19") + text);
  }

  /// Reads `20261120100000Z`, the only form that RFC 5280 allows.
  private static @Nullable Instant read(String text) {
    if (text.length() != "20261120100000Z".length() || !text.endsWith("Z")) {
      return null;
    }
    try {
      return LocalDateTime.of(
              part(text, 0, 4),
              part(text, 4, 6),
              part(text, 6, 8),
              part(text, 8, 10),
              part(text, 10, 12),
              part(text, 12, 14))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int part(String text, int from, int to) {
    return (int) Values.number(text.substring(from, to), -1);
  }
}
