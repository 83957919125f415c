package io.kubilitics.source.cluster.connection;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Decides whether a server is the one that was meant, and says in words why not. The checks are
/// those of the JDK, one after the other: the dates, the chain, the name.
final class ServerTrust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager checks;

  private ServerTrust(X509ExtendedTrustManager checks) {
    this.checks = checks;
  }

  /// @param authorities those alone; null for the system's
  static ServerTrust of(@Nullable List<X509Certificate> authorities)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities == null ? null : storeOf(authorities));
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager checks) {
        return new ServerTrust(checks);
      }
    }
    throw new GeneralSecurityException("this Java has no X.509 checks");
  }

  private static KeyStore storeOf(List<X509Certificate> authorities)
      throws GeneralSecurityException {
    KeyStore store = EmptyKeyStore.open();
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    return store;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, authType);
    try {
      checks.checkServerTrusted(chain, authType, engine);
    } catch (CertificateException e) {
      throw new UntrustedServerException(
          "its certificate is for another name than "
              + ServerNames.shown(String.valueOf(engine.getPeerHost()))
              + ": "
              + ServerNames.of(chain[0]),
          true);
    }
  }

  /// The dates first: the JDK does not look at those of a certificate that is itself trusted.
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    checkDates(chain[0]);
    try {
      checks.checkServerTrusted(chain, authType);
    } catch (CertificateException e) {
      for (X509Certificate certificate : chain) {
        checkDates(certificate);
      }
      throw new UntrustedServerException(
          "its certificate is not signed by an authority that is trusted here (issuer: "
              + ServerNames.shown(chain[chain.length - 1].getIssuerX500Principal().getName())
              + ")",
          true);
    }
  }

  private static void checkDates(X509Certificate certificate) throws UntrustedServerException {
    try {
      certificate.checkValidity();
    } catch (CertificateExpiredException e) {
      throw new UntrustedServerException(
          "its certificate has expired on " + day(certificate.getNotAfter()), false);
    } catch (CertificateNotYetValidException e) {
      throw new UntrustedServerException(
          "its certificate is not valid before " + day(certificate.getNotBefore()), false);
    }
  }

  private static String day(java.util.Date date) {
    return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, authType);
    checks.checkServerTrusted(chain, authType, socket);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return checks.getAcceptedIssuers();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("this is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("this is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("this is no server");
  }
}
