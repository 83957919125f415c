package io.kubilitics.source.cluster.connection;

import java.security.cert.CertificateException;

/// The server's certificate is refused; the message says why, in words for the user.
final class UntrustedServerException extends CertificateException {
  private static final long serialVersionUID = 1;

  UntrustedServerException(String reason) {
    super(reason);
  }
}
