package io.kubilitics.source.cluster.connection;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;

/// Certificates and private keys out of PEM text. Messages tell nothing of the text.
final class Certificates {
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");

  private Certificates() {}

  /// @throws GeneralSecurityException when there is none, or one is damaged
  static List<X509Certificate> certificates(String pem) throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<X509Certificate> certificates = new ArrayList<>();
    for (PemBlock block : blocks(pem)) {
      if (block.label().endsWith("CERTIFICATE")) {
        ByteArrayInputStream content = new ByteArrayInputStream(block.content());
        certificates.add((X509Certificate) factory.generateCertificate(content));
      }
    }
    if (certificates.isEmpty()) {
      throw new GeneralSecurityException("there is no certificate in PEM in it");
    }
    return List.copyOf(certificates);
  }

  /// The first private key: PKCS#8, PKCS#1 (`RSA PRIVATE KEY`) or SEC1 (`EC PRIVATE KEY`).
  ///
  /// @throws GeneralSecurityException when there is none, or it is damaged or encrypted
  static PrivateKey privateKey(String pem) throws GeneralSecurityException {
    for (PemBlock block : blocks(pem)) {
      String label = block.label();
      if (label.equals("ENCRYPTED PRIVATE KEY")) {
        throw new GeneralSecurityException("it is encrypted");
      }
      if (label.equals("PRIVATE KEY")) {
        return privateKey(block.content(), ALGORITHMS);
      }
      if (label.equals("RSA PRIVATE KEY")) {
        return privateKey(Der.pkcs8OfRsa(block.content()), List.of("RSA"));
      }
      if (label.equals("EC PRIVATE KEY")) {
        return privateKey(sec1(block.content()), List.of("EC"));
      }
      // Certificates may stand in the same file, and the curve of an EC key.
    }
    throw new GeneralSecurityException("there is no private key in PEM in it");
  }

  private static byte[] sec1(byte[] content) throws GeneralSecurityException {
    try {
      return Der.pkcs8OfEc(content);
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException(e.getMessage());
    }
  }

  private static PrivateKey privateKey(byte[] pkcs8, List<String> algorithms)
      throws GeneralSecurityException {
    for (String algorithm : algorithms) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (GeneralSecurityException _) {
        // Of another algorithm, or of none.
      }
    }
    throw new GeneralSecurityException("it is damaged, or of an unknown algorithm");
  }

  private static List<PemBlock> blocks(String pem) throws GeneralSecurityException {
    try {
      return PemBlock.of(pem);
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException(e.getMessage());
    }
  }
}
