package io.kubilitics.testbed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The certificates of the test beds, which lie in `testbed/` among the test resources.
public enum FakeTrust {
  /// What a [FakeApiServer] shows unless told otherwise.
  SERVER,
  /// Another key of the same authority.
  RENEWED,
  /// Of an authority that nobody trusts.
  OTHER_SERVER,
  /// Trusted, but not for this host.
  WRONG_NAME,
  EXPIRED,
  /// Of the user `carol` in the group `testers`.
  CLIENT;

  private static final char[] NO_PASSWORD = {};

  /// The authority of all but [#OTHER_SERVER].
  public static String authority() {
    return text("ca.pem");
  }

  public static String otherAuthority() {
    return text("other-ca.pem");
  }

  public String certificate() {
    return text(file() + ".pem");
  }

  public String key() {
    return text(file() + "-key.pem");
  }

  private String file() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  KeyStore keyStore() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      store.setKeyEntry("key", privateKey(), NO_PASSWORD, new Certificate[] {read(certificate())});
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyStore trustStore(String authority) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      store.setCertificateEntry("ca", read(authority));
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// For a client that trusts [#authority] and shows nothing.
  public static SSLContext anonymousClient() {
    return context(null);
  }

  /// For a client that trusts [#authority] and shows [#CLIENT].
  public static SSLContext knownClient() {
    return context(CLIENT);
  }

  private static SSLContext context(@org.jspecify.annotations.Nullable FakeTrust shown) {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trustStore(authority()));
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(shown == null ? null : shown.keyStore(), NO_PASSWORD);
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private PrivateKey privateKey() throws GeneralSecurityException {
    String base64 = key().replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  private static Certificate read(String pem) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String text(String file) {
    try (InputStream in = FakeTrust.class.getResourceAsStream("/testbed/" + file)) {
      if (in == null) {
        throw new IllegalStateException("not among the test resources: testbed/" + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
