package io.kubilitics.source.cluster.connection;

import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.credential.Credential;
import io.kubilitics.source.cluster.credential.RenewedFile;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import io.kubilitics.source.cluster.kubeconfig.Pem;
import io.kubilitics.source.cluster.kubeconfig.Trust;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Makes the JDK's HTTP clients for one API server. Any thread.
final class Clients {
  static {
    HttpProperties.set();
  }

  private final ClusterAccess access;
  private final Route route;
  private final ConnectionPace pace;
  private final Supplier<@Nullable Hidden> authorities;

  Clients(ClusterAccess access, Route route, ConnectionPace pace, InstantSource clock) {
    this.access = access;
    this.route = route;
    this.pace = pace;
    authorities =
        switch (access.trust()) {
          case Trust.SystemAuthorities(), Trust.Unchecked() -> () -> null;
          case Trust.Authorities(Pem.Inline(Hidden text)) -> () -> text;
          case Trust.Authorities(Pem.File(var path)) ->
              new RenewedFile(path, "the certificate of the cluster's authority", clock)::text;
        };
  }

  /// What TLS is made of just now.
  ///
  /// @throws ProblemException `Unreadable`: a file is not there
  TlsMaterial material(Credential credential) {
    return new TlsMaterial(
        authorities.get(), access.trust() instanceof Trust.Unchecked, credential);
  }

  String name(Errand errand, int number) {
    return access.context() + " " + errand.name().toLowerCase(Locale.ROOT) + " " + number;
  }

  /// @param name of its threads
  /// @throws ProblemException `Unreadable`: a certificate or key cannot be used
  HttpClient client(String name, TlsMaterial material) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .connectTimeout(pace.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(route.selector())
            .executor(
                Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("http " + name).factory()));
    if (!"https".equalsIgnoreCase(access.server().getScheme())) {
      return client.version(HttpClient.Version.HTTP_1_1).build();
    }
    SSLContext context = material.context(access);
    String other = access.tlsServerName();
    return client
        .sslContext(other == null || other.isEmpty() ? context : Renamed.of(context, other))
        .build();
  }
}
