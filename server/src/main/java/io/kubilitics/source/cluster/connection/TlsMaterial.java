package io.kubilitics.source.cluster.connection;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.credential.Credential;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import io.kubilitics.source.cluster.kubeconfig.Pem;
import io.kubilitics.source.cluster.kubeconfig.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  /// More than any bundle of authorities has.
  private static final long LONGEST_FILE = 4L << 20;

  /// @throws ProblemException `Unreadable`: a file is not there
  static TlsMaterial of(Trust trust, Credential credential) {
    return switch (trust) {
      case Trust.SystemAuthorities() -> with(null, false, credential);
      case Trust.Unchecked() -> with(null, true, credential);
      case Trust.Authorities(Pem certificates) -> with(text(certificates), false, credential);
    };
  }

  private static TlsMaterial with(
      @Nullable String authorities, boolean unchecked, Credential credential) {
    return new TlsMaterial(
        authorities, unchecked, credential.certificates(), credential.key());
  }

  private static String text(Pem pem) {
    return switch (pem) {
      case Pem.Inline(Hidden text) -> text.reveal();
      case Pem.File(Path path) -> read(path);
    };
  }

  private static String read(Path path) {
    try {
      if (Files.size(path) > LONGEST_FILE) {
        throw unreadable(path.toString(), "the file is too large");
      }
      return Files.readString(path, java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw unreadable(path.toString(), "the file with the cluster's authorities cannot be read");
    }
  }

  /// @param cluster named in messages
  /// @throws ProblemException `Unreadable`: it is no certificate, or no key
  SSLContext context(String cluster) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(cluster), new TrustManager[] {trust(cluster)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw unreadable(cluster, "TLS cannot be set up: " + e.getMessage());
    }
  }

  private TrustManager trust(String cluster) throws GeneralSecurityException {
    if (unchecked) {
      return new AnyServer();
    }
    return ServerTrust.of(authorities == null ? null : authorities(cluster, authorities));
  }

  private static List<X509Certificate> authorities(String cluster, String pem) {
    try {
      return Certificates.certificates(pem);
    } catch (GeneralSecurityException e) {
      throw unreadable(
          cluster, "the certificate of its authority cannot be used: " + e.getMessage());
    }
  }

  private KeyManager @Nullable [] keys(String cluster) {
    if (certificates == null || key == null) {
      return null;
    }
    String what = "certificate";
    try {
      List<X509Certificate> chain = Certificates.certificates(certificates.reveal());
      what = "key";
      PrivateKey secret = Certificates.privateKey(key.reveal());
      return new KeyManager[] {ClientKey.of(chain, secret)};
    } catch (GeneralSecurityException e) {
      throw unreadable(
          cluster, "the " + what + " of the client cannot be used: " + e.getMessage());
    }
  }

  private static ProblemException unreadable(String where, String reason) {
    return new ProblemException(new Problem.Unreadable(where, reason));
  }
}
