package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// From when until when a certificate is valid: of the first in a PEM text, which is the one a
/// server shows as its own. As text `notBefore/notAfter`.
record CertificateDates(Instant notBefore, Instant notAfter) {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  /// So much of a text is looked at; one certificate has one to four thousand characters.
  private static final int LONGEST = 64 * 1024;

  /// Base64 comes in groups of four.
  private static final int GROUP = 4;

  /// The dates of a PEM text that is itself in base64, as in `data` of a Secret; `""` for anything
  /// else.
  static String ofBase64(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String whole = start.strip();
    whole = whole.substring(0, whole.length() / GROUP * GROUP);
    try {
      byte[] pem = Base64.getMimeDecoder().decode(whole);
      return ofPem(new String(pem, StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /// The dates of the first certificate in a PEM text, `""` when there is none.
  static String ofPem(String text) {
    int begin = text.indexOf(BEGIN);
    int end = begin < 0 ? -1 : text.indexOf(END, begin);
    if (end < 0 || end - begin > LONGEST) {
      return "";
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
      CertificateDates dates = new DerReader(der).certificate();
      return dates == null ? "" : dates.toString();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /// Reads the text form back; null for what is none.
  static @Nullable CertificateDates parse(@Nullable String text) {
    int slash = text == null ? -1 : text.indexOf('/');
    if (text == null || slash < 0) {
      return null;
    }
    Instant notBefore = Timestamps.read(text.substring(0, slash));
    Instant notAfter = Timestamps.read(text.substring(slash + 1));
    return notBefore == null || notAfter == null ? null : new CertificateDates(notBefore, notAfter);
  }

  @Override
  public String toString() {
    return notBefore + "/" + notAfter;
  }
}
