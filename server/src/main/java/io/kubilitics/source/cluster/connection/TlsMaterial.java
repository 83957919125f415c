package io.kubilitics.source.cluster.connection;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.credential.Credential;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import io.kubilitics.source.cluster.kubeconfig.Pem;
import io.kubilitics.source.cluster.kubeconfig.Trust;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/// What both ends of a TLS connection show and believe, as the files say it at one moment. Clients
/// made from equal material are as good as each other.
///
/// @param authorities in PEM, or null for those of the system
/// @param unchecked every server is believed
/// @param certificates of the client in PEM, with [#key], or null
record TlsMaterial(
    @Nullable String authorities,
    boolean unchecked,
    @Nullable Hidden certificates,
    @Nullable Hidden key) {
  TlsMaterial(@Nullable Hidden authorities, boolean unchecked, Credential credential) {
    this(
        authorities == null ? null : authorities.reveal(),
        unchecked,
        credential.certificates(),
        credential.key());
  }

  /// @param access where it comes from, for messages
  /// @throws ProblemException `Unreadable`: it is no certificate, or no key
  SSLContext context(ClusterAccess access) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(access), new TrustManager[] {trust(access)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw unreadable("this machine", "TLS cannot be set up: " + e.getMessage());
    }
  }

  private TrustManager trust(ClusterAccess access) throws GeneralSecurityException {
    if (unchecked) {
      return new AnyServer();
    }
    return ServerTrust.of(authorities == null ? null : authorities(access, authorities));
  }

  private static List<X509Certificate> authorities(ClusterAccess access, String pem) {
    try {
      return Certificates.certificates(pem);
    } catch (GeneralSecurityException e) {
      Pem named =
          access.trust() instanceof Trust.Authorities(Pem certificates) ? certificates : null;
      throw unreadable(
          origin(named),
          "the certificate of the cluster's authority cannot be used: " + e.getMessage());
    }
  }

  private KeyManager @Nullable [] keys(ClusterAccess access) {
    if (certificates == null || key == null) {
      return null;
    }
    String what = "certificate";
    Pem named = access.certificate();
    try {
      List<X509Certificate> chain = Certificates.certificates(certificates.reveal());
      what = "key";
      named = access.key();
      PrivateKey secret = Certificates.privateKey(key.reveal());
      return new KeyManager[] {ClientKey.of(chain, secret)};
    } catch (GeneralSecurityException e) {
      throw unreadable(
          origin(named), "the " + what + " of the client cannot be used: " + e.getMessage());
    }
  }

  /// What somebody has to look at; what no kubeconfig names came from a plugin.
  private static String origin(@Nullable Pem named) {
    return switch (named) {
      case null -> "the credential plugin";
      case Pem.Inline _ -> "the kubeconfig";
      case Pem.File(var path) -> path.toString();
    };
  }

  private static ProblemException unreadable(String where, String reason) {
    return new ProblemException(new Problem.Unreadable(where, reason));
  }
}
