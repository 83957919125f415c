package io.kubilitics.source.cluster.connection;

import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import io.kubilitics.source.cluster.credential.Credential;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import io.kubilitics.source.cluster.kubeconfig.Impersonation;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes the requests to one API server: address and headers. Any thread.
final class RequestHead {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final URI base;
  private final String agent;
  private final @Nullable Impersonation impersonation;
  private final @Nullable Hidden proxyAuthorization;
  private final boolean compressed;

  /// @param proxyAuthorization what a proxy is shown, or null
  RequestHead(ClusterAccess access, String agent, @Nullable Hidden proxyAuthorization) {
    base = access.server();
    this.agent = agent;
    this.proxyAuthorization = proxyAuthorization;
    impersonation = access.impersonation();
    compressed = !access.disableCompression() && !Loopback.is(base.getHost());
  }

  boolean isEncrypted() {
    return "https".equalsIgnoreCase(base.getScheme());
  }

  /// Host and port, without what else a URL may hold.
  String server() {
    int port = base.getPort() >= 0 ? base.getPort() : isEncrypted() ? HTTPS : HTTP;
    return base.getHost() + ":" + port;
  }

  /// Lists over a network are asked for in gzip; on the same machine that only costs time.
  StandardHttpRequest request(Errand errand, Ask ask, Credential credential) {
    StandardHttpRequest.Builder request = new StandardHttpRequest.Builder();
    request.uri(uri(ask.path()));
    String body = ask.body();
    if (body != null) {
      request.method(ask.method(), bodyType(ask.method()), body);
    } else {
      request.method(ask.method(), null, (String) null);
    }
    request.setHeader("Accept", ask.accept());
    request.setHeader("User-Agent", agent);
    if (errand == Errand.LIST && compressed) {
      request.setHeader("Accept-Encoding", "gzip");
    }
    if (credential.authorization() != null) {
      request.setHeader("Authorization", credential.authorization().reveal());
    }
    if (proxyAuthorization != null) {
      request.setHeader("Proxy-Authorization", proxyAuthorization.reveal());
    }
    if (impersonation != null) {
      impersonate(request, impersonation);
    }
    return request.build();
  }

  private static String bodyType(String method) {
    return method.equals("PATCH") ? "application/merge-patch+json" : Ask.JSON;
  }

  private URI uri(String path) {
    String server = base.toString();
    return URI.create(
        (server.endsWith("/") ? server.substring(0, server.length() - 1) : server) + path);
  }

  /// As the API server's documentation of user impersonation has it: a key of extra is
  /// percent-encoded.
  private static void impersonate(StandardHttpRequest.Builder request, Impersonation as) {
    if (!as.user().isEmpty()) {
      request.setHeader("Impersonate-User", as.user());
    }
    if (!as.uid().isEmpty()) {
      request.setHeader("Impersonate-Uid", as.uid());
    }
    for (String group : as.groups()) {
      request.header("Impersonate-Group", group);
    }
    for (Map.Entry<String, java.util.List<String>> extra : new TreeMap<>(as.extra()).entrySet()) {
      String key = URLEncoder.encode(extra.getKey(), StandardCharsets.UTF_8).replace("+", "%20");
      for (String value : extra.getValue()) {
        request.header("Impersonate-Extra-" + key, value);
      }
    }
  }
}
