package io.kubilitics.testbed.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// What a cluster's parties know each other by: the tokens of users and the key that signs those of
/// service accounts. The API server makes its own certificate, which is its own authority. What a
/// folder has already is kept.
final class ClusterKeys {
  private static final int TOKEN_BYTES = 24;

  private final Path folder;
  private final SecureRandom random = new SecureRandom();
  private final Map<KubeUser, String> tokens = new EnumMap<>(KubeUser.class);

  ClusterKeys(Path folder) throws IOException {
    this.folder = folder;
    if (Files.exists(tokenFile())) {
      for (String line : Files.readAllLines(tokenFile(), UTF_8)) {
        String[] fields = line.split(",", -1);
        for (KubeUser user : KubeUser.values()) {
          if (user.user().equals(fields[1])) {
            tokens.put(user, fields[0]);
          }
        }
      }
      return;
    }
    for (KubeUser user : KubeUser.values()) {
      renew(user);
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256, random);
      KeyPair pair = generator.generateKeyPair();
      write(signingKey(), "PRIVATE KEY", pair.getPrivate());
      write(verifyingKey(), "PUBLIC KEY", pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String token(KubeUser user) {
    return Objects.requireNonNull(tokens.get(user), user.user());
  }

  /// Gives a user another token; the old one is of no use after the next start of the API server.
  void renew(KubeUser user) throws IOException {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    tokens.put(user, HexFormat.of().formatHex(bytes));
    StringBuilder lines = new StringBuilder();
    tokens.forEach((known, token) ->
        lines.append("%s,%s,%s,\"%s\"\n".formatted(token, known.user(), known.user(), known.group())));
    Files.writeString(tokenFile(), lines);
  }

  Path tokenFile() {
    return folder.resolve("tokens.csv");
  }

  Path signingKey() {
    return folder.resolve("accounts.key");
  }

  Path verifyingKey() {
    return folder.resolve("accounts.pub");
  }

  /// Where the API server puts its certificate.
  Path certificates() {
    return folder.resolve("tls");
  }

  /// The certificate of the API server and that of the authority it made for it, in PEM.
  Path certificate() {
    return certificates().resolve("apiserver.crt");
  }

  /// Believes the API server's own certificate and no other.
  SSLContext trust() throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int count = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificate())))) {
        store.setCertificateEntry("authority-" + count, certificate);
        count++;
      }
      TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
      managers.init(store);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, managers.getTrustManagers(), null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Path file, String label, Key key) throws IOException {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    Files.writeString(
        file,
        "-----BEGIN " + label + "-----\n"
            + lines.encodeToString(key.getEncoded())
            + "\n-----END " + label + "-----\n");
  }
}
