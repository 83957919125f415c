package io.kubilitics.source.cluster.connection;

import java.security.cert.CertificateException;

/// The server's certificate is refused; the message says why, in words for the user.
final class UntrustedServerException extends CertificateException {
  private static final long serialVersionUID = 1;

  private final boolean another;

  /// @param another whether it is not the one that was meant, rather than too old or too new
  UntrustedServerException(String reason, boolean another) {
    super(reason);
    this.another = another;
  }

  boolean isAnother() {
    return another;
  }
}
