package io.kubilitics.source.cluster.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import io.kubilitics.source.cluster.kubeconfig.Pem;
import io.kubilitics.source.cluster.kubeconfig.Trust;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeTrust;
import io.kubilitics.testbed.FaultProxy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final Ask VERSION = Ask.get("/version");

  private final FakeApiServer server = FakeApiServer.start();
  private final String where = "127.0.0.1:" + server.port();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aServerOfAnotherAuthorityIsRefused() {
    server.certificate(FakeTrust.OTHER_SERVER);
    assertRefused(Ways.to(server), where + ": its certificate is not signed by an authority");
  }

  @Test
  void aServerIsRefusedThatTheSystemDoesNotTrust() {
    assertRefused(
        Ways.to(server).trusting(new Trust.SystemAuthorities()),
        where + ": its certificate is not signed by an authority");
  }

  @Test
  void anExpiredCertificateIsRefused() {
    server.certificate(FakeTrust.EXPIRED);
    assertRefused(Ways.to(server), where + ": its certificate has expired on 2021-01-01");
  }

  @Test
  void anExpiredCertificateIsRefusedEvenWhereItIsTheOneThatIsTrusted() {
    server.certificate(FakeTrust.EXPIRED);
    Pem itself = Ways.inline(FakeTrust.EXPIRED.certificate());
    assertRefused(
        Ways.to(server).trusting(new Trust.Authorities(itself)),
        where + ": its certificate has expired on 2021-01-01");
  }

  @Test
  void aCertificateForAnotherNameIsRefused() {
    server.certificate(FakeTrust.WRONG_NAME);
    assertRefused(
        Ways.to(server),
        where + ": its certificate is for another name than 127.0.0.1: elsewhere.test");
  }

  @Test
  void anotherNameMayBeAskedFor() throws Exception {
    server.certificate(FakeTrust.WRONG_NAME);
    assertAnswers(Ways.to(server).named("elsewhere.test"));
    URI byName = URI.create("https://localhost:" + server.port());
    assertAnswers(Ways.to(byName).named("elsewhere.test"));
    assertRefused(
        Ways.to(byName).named("nowhere.test"),
        "its certificate is for another name than nowhere.test: elsewhere.test");
  }

  @Test
  void nothingIsCheckedWhereNothingIsToBeChecked() throws Exception {
    for (FakeTrust shown :
        new FakeTrust[] {FakeTrust.OTHER_SERVER, FakeTrust.EXPIRED, FakeTrust.WRONG_NAME}) {
      server.certificate(shown);
      assertAnswers(Ways.to(server).trusting(new Trust.Unchecked()));
    }
  }

  @Test
  void aCertificateThatChangesWhileConnectedIsTold() throws Exception {
    try (FabricConnection connection = Ways.to(server).open()) {
      connection.send(Errand.USER, VERSION).close();
      server.certificate(FakeTrust.RENEWED);
      server.dropConnections();
      answered(connection);

      server.certificate(FakeTrust.OTHER_SERVER);
      server.dropConnections();

      assertThatThrownBy(() -> answered(connection))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining(where + ": its certificate has changed: ");
    }
  }

  /// Requests on a connection that was just dropped may fail once for that.
  private static void answered(FabricConnection connection) throws Exception {
    for (int tries = 0; tries < 100; tries++) {
      try (Reply reply = connection.send(Errand.USER, VERSION)) {
        assertThat(reply.status()).isEqualTo(200);
        return;
      } catch (IOException _) {
        Thread.sleep(20);
      }
    }
    throw new AssertionError("never answered");
  }

  @Test
  void anAuthorityInAFileIsReadAgainWhenTheFileChanges() throws Exception {
    Path file = folder.resolve("ca.pem");
    Files.writeString(file, FakeTrust.otherAuthority());
    Ways ways = Ways.to(server).trusting(new Trust.Authorities(new Pem.File(file)));
    try (FabricConnection connection = ways.open()) {
      assertThatThrownBy(() -> connection.send(Errand.USER, VERSION))
          .isInstanceOf(ProblemException.class);

      Files.writeString(file, FakeTrust.authority() + "\n");

      answered(connection);
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path file = folder.resolve("none.pem");
    assertRefused(
        Ways.to(server).trusting(new Trust.Authorities(new Pem.File(file))), file.toString());
  }

  @Test
  void aClientIsKnownByItsCertificate() throws Exception {
    Pem certificate = Ways.inline(FakeTrust.CLIENT.certificate());
    Pem key = Ways.inline(FakeTrust.CLIENT.key());
    assertAnswers(Ways.to(server).as(new Authorization.None()).showing(certificate, key));
    assertThat(server.log().all()).last().matches(request -> request.user().equals("carol"));
  }

  @Test
  void aClientCertificateThatHasRunOutIsSaidToHave() {
    Pem certificate = Ways.inline(FakeTrust.EXPIRED.certificate() + FakeTrust.authority());
    Pem key = Ways.inline(FakeTrust.EXPIRED.key());
    try (FabricConnection connection =
        Ways.to(server).as(new Authorization.None()).showing(certificate, key).open()) {
      assertThatThrownBy(() -> connection.send(Errand.USER, VERSION).close())
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem()).isInstanceOf(Problem.Forbidden.class))
          .hasMessageContaining("the certificate of the client expired at 2021-01-01T00:00:00Z");
    }
  }

  @Test
  void aClientCertificateThatHasNotRunOutIsNotBlamed() throws Exception {
    server.revoke(FakeApiServer.TOKEN);
    Pem certificate = Ways.inline(FakeTrust.RENEWED.certificate());
    Pem key = Ways.inline(FakeTrust.RENEWED.key());
    try (FabricConnection connection = Ways.to(server).showing(certificate, key).open();
        Reply reply = connection.send(Errand.USER, VERSION)) {
      assertThat(reply.status()).isEqualTo(401);
    }
  }

  @Test
  void aClientCertificateInFilesIsTakenWhenTheyChange() throws Exception {
    Path certificate = folder.resolve("client.pem");
    Path key = folder.resolve("client-key.pem");
    Files.writeString(certificate, FakeTrust.RENEWED.certificate());
    Files.writeString(key, FakeTrust.RENEWED.key());
    Ways ways =
        Ways.to(server)
            .as(new Authorization.None())
            .showing(new Pem.File(certificate), new Pem.File(key));
    try (FabricConnection connection = ways.open()) {
      connection.send(Errand.USER, VERSION).close();

      Files.writeString(certificate, FakeTrust.CLIENT.certificate() + "\n");
      Files.writeString(key, FakeTrust.CLIENT.key() + "\n");
      answered(connection);
    }
    assertThat(server.log().all()).last().matches(request -> request.user().equals("carol"));
  }

  @Test
  void aKeyThatIsNotThatOfTheCertificateIsTold() {
    Pem certificate = Ways.inline(FakeTrust.CLIENT.certificate());
    assertRefused(
        Ways.to(server).showing(certificate, Ways.inline(FakeTrust.SERVER.key())),
        "the key of the client cannot be used: it does not belong to the client's certificate");
    assertRefused(
        Ways.to(server).showing(certificate, Ways.inline("s3cr3t")),
        "the key of the client cannot be used: there is no private key in PEM in it");
  }

  @Test
  void whatIsNotReachedIsToldAndWorthAnotherTry() throws Exception {
    try (FaultProxy proxy = FaultProxy.before(server.port())) {
      proxy.cutAfter(0);
      assertLost(Ways.to(proxy.through(server.url())), "127.0.0.1:" + proxy.port() + ": ");
    }
    server.close();
    assertLost(Ways.to(server), where + ": connection refused");
    assertLost(
        Ways.to(URI.create("https://no-such-host.invalid")),
        "no-such-host.invalid:443: there is no such host");
  }

  @Test
  void aServerWithoutTlsIsTold() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerWithoutTls(plain));
      assertLost(
          Ways.to(URI.create("https://127.0.0.1:" + plain.getLocalPort())),
          "it does not speak TLS there");
    }
  }

  private static void answerWithoutTls(ServerSocket door) {
    while (!door.isClosed()) {
      try (Socket client = door.accept()) {
        client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
        client.shutdownOutput();
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException _) {
        // The client has gone.
      }
    }
  }

  @Test
  void noMessageAndNoNameTellsASecret() {
    Ways ways =
        Ways.to(server)
            .as(new Authorization.Bearer(new Hidden("s3cr3t-token\nX: y")))
            .showing(Ways.inline("s3cr3t"), Ways.inline("s3cr3t"));
    assertThat(ways.access().toString()).doesNotContain("s3cr3t");
    try (FabricConnection connection = ways.open()) {
      assertThatThrownBy(() -> connection.send(Errand.USER, VERSION))
          .isInstanceOf(ProblemException.class)
          .message()
          .doesNotContain("s3cr3t");
    }
  }

  private static void assertAnswers(Ways ways) throws Exception {
    try (FabricConnection connection = ways.open();
        Reply reply = connection.send(Errand.USER, VERSION)) {
      assertThat(reply.status()).isEqualTo(200);
    }
  }

  private static void assertRefused(Ways ways, String message) {
    try (FabricConnection connection = ways.open()) {
      for (Errand errand : Errand.values()) {
        assertThatThrownBy(() -> connection.send(errand, VERSION))
            .isInstanceOfSatisfying(
                ProblemException.class,
                e -> assertThat(e.problem()).isInstanceOf(Problem.Unreadable.class))
            .hasMessageContaining(message);
      }
    }
  }

  private static void assertLost(Ways ways, String message) {
    try (FabricConnection connection = ways.open()) {
      for (Errand errand : Errand.values()) {
        assertThatThrownBy(() -> connection.send(errand, VERSION))
            .isInstanceOf(IOException.class)
            .hasMessageContaining(message);
      }
    }
  }
}
