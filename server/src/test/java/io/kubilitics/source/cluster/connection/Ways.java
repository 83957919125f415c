package io.kubilitics.source.cluster.connection;

import io.kubilitics.source.cluster.credential.Credentials;
import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import io.kubilitics.source.cluster.kubeconfig.Impersonation;
import io.kubilitics.source.cluster.kubeconfig.Pem;
import io.kubilitics.source.cluster.kubeconfig.Trust;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeTrust;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a test reaches a server; each change gives another one.
record Ways(
    URI server,
    Trust trust,
    @Nullable String tlsServerName,
    @Nullable URI proxy,
    @Nullable Pem certificate,
    @Nullable Pem key,
    Authorization authorization,
    @Nullable Impersonation impersonation,
    ConnectionPace pace,
    Map<String, String> environment) {
  static Ways to(FakeApiServer server) {
    return to(server.url());
  }

  /// With the authority and the token of the fake server.
  static Ways to(URI server) {
    return new Ways(
        server,
        new Trust.Authorities(inline(FakeTrust.authority())),
        null,
        null,
        null,
        null,
        new Authorization.Bearer(new Hidden(FakeApiServer.TOKEN)),
        null,
        ConnectionPace.USUAL,
        Map.of());
  }

  static Pem inline(String text) {
    return new Pem.Inline(new Hidden(text));
  }

  Ways trusting(Trust other) {
    return new Ways(
        server,
        other,
        tlsServerName,
        proxy,
        certificate,
        key,
        authorization,
        impersonation,
        pace,
        environment);
  }

  Ways named(String name) {
    return new Ways(
        server,
        trust,
        name,
        proxy,
        certificate,
        key,
        authorization,
        impersonation,
        pace,
        environment);
  }

  Ways through(URI other) {
    return new Ways(
        server,
        trust,
        tlsServerName,
        other,
        certificate,
        key,
        authorization,
        impersonation,
        pace,
        environment);
  }

  Ways showing(Pem shown, Pem secret) {
    return new Ways(
        server,
        trust,
        tlsServerName,
        proxy,
        shown,
        secret,
        authorization,
        impersonation,
        pace,
        environment);
  }

  Ways as(Authorization other) {
    return new Ways(
        server,
        trust,
        tlsServerName,
        proxy,
        certificate,
        key,
        other,
        impersonation,
        pace,
        environment);
  }

  Ways as(Impersonation other) {
    return new Ways(
        server,
        trust,
        tlsServerName,
        proxy,
        certificate,
        key,
        authorization,
        other,
        pace,
        environment);
  }

  Ways at(ConnectionPace other) {
    return new Ways(
        server,
        trust,
        tlsServerName,
        proxy,
        certificate,
        key,
        authorization,
        impersonation,
        other,
        environment);
  }

  /// A connection of watches is asked often for life.
  Ways lively() {
    return at(pace.withPings(Duration.ofMillis(200), Duration.ofSeconds(30)));
  }

  Ways where(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Ways(
        server,
        trust,
        tlsServerName,
        proxy,
        certificate,
        key,
        authorization,
        impersonation,
        pace,
        more);
  }

  ClusterAccess access() {
    return new ClusterAccess(
        "test",
        server,
        trust,
        tlsServerName,
        proxy,
        certificate,
        key,
        authorization,
        impersonation,
        "default");
  }

  FabricConnection open() {
    return new FabricConnection(
        access(),
        Credentials.of(access(), InstantSource.system()),
        new ConnectionSettings("kubilitics/1.2.3", pace, InstantSource.system(), environment::get));
  }
}
