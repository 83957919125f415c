package io.kubilitics.source.cluster.kubeconfig;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/// What PEM may hold, and how data in a kubeconfig is looked at before anybody uses it.
enum PemSort {
  CERTIFICATES("a certificate", "-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----"),
  KEY("a private key", "-----BEGIN ([A-Z]+ )?PRIVATE KEY-----");

  private static final Pattern END = Pattern.compile("-----END [A-Z0-9 ]+-----");
  private static final Pattern ENCRYPTED =
      Pattern.compile("-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: *4,ENCRYPTED");

  private final String text;
  private final Pattern begin;

  PemSort(String text, String begin) {
    this.text = text;
    this.begin = Pattern.compile(begin);
  }

  /// The PEM in base64.
  ///
  /// @throws IllegalArgumentException with the reason, which quotes nothing
  Hidden decoded(String base64) {
    String pem = new String(octets(base64), StandardCharsets.UTF_8);
    if (this == KEY && ENCRYPTED.matcher(pem).find()) {
      throw new IllegalArgumentException("is an encrypted key, which nobody can ask for here");
    }
    if (!begin.matcher(pem).find() || !END.matcher(pem).find()) {
      throw new IllegalArgumentException("is not " + text + " in PEM");
    }
    return new Hidden(pem);
  }

  private static byte[] octets(String base64) {
    try {
      return Base64.getDecoder().decode(base64.replaceAll("[ \t\r\n]", ""));
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("is no base64");
    }
  }
}
