package io.kubilitics.testbed;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/// Who is behind a credential. Any thread.
final class FakeUsers {
  private static final String BEARER = "Bearer ";

  private final Map<String, String> byToken = new ConcurrentHashMap<>();
  private final FakeFeatures features;

  FakeUsers(FakeFeatures features) {
    this.features = features;
  }

  void token(String token, String user) {
    byToken.put(token, user);
  }

  void revoke(String token) {
    byToken.remove(token);
  }

  Optional<String> who(Request request) {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (header != null) {
      return header.startsWith(BEARER)
          ? Optional.ofNullable(byToken.get(header.substring(BEARER.length())))
          : Optional.empty();
    }
    Optional<String> certified = certified(request);
    if (certified.isEmpty() && features.anonymous()) {
      return Optional.of("system:anonymous");
    }
    return certified;
  }

  /// The common name of the client's certificate.
  private static Optional<String> certified(Request request) {
    Object session = request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE);
    if (!(session instanceof EndPoint.SslSessionData data)
        || data.peerCertificates() == null
        || data.peerCertificates().length == 0) {
      return Optional.empty();
    }
    Principal subject = data.peerCertificates()[0].getSubjectX500Principal();
    for (String part : subject.getName().split(",", -1)) {
      if (part.startsWith("CN=")) {
        return Optional.of(part.substring("CN=".length()));
      }
    }
    return Optional.empty();
  }
}
