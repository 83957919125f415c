package io.kubilitics.source.cluster.connection;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The way to a server: straight, or through an HTTP proxy.
///
/// @param proxy or null
/// @param authorization for the proxy: the value of `Proxy-Authorization`, or null
record Route(@Nullable InetSocketAddress proxy, @Nullable Hidden authorization) {
  private static final Route STRAIGHT = new Route(null, null);
  private static final int HTTP = 80;

  /// That of the kubeconfig, or else that of the environment as kubectl takes it.
  ///
  /// @throws ProblemException `BadInput`: a proxy of a kind that cannot be used
  static Route of(ClusterAccess access, Function<String, @Nullable String> environment) {
    URI named = access.proxy();
    if (named != null) {
      return through(named, "proxy-url in the kubeconfig");
    }
    String variable = ProxyVariables.variable(access.server(), environment);
    if (variable == null) {
      return STRAIGHT;
    }
    String text = String.valueOf(environment.apply(variable)).strip();
    try {
      return through(URI.create(text.contains("://") ? text : "http://" + text), variable);
    } catch (IllegalArgumentException _) {
      throw new ProblemException(new Problem.BadInput(variable, "it is no URL"));
    }
  }

  private static Route through(URI proxy, String where) {
    String scheme = String.valueOf(proxy.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http")) {
      throw new ProblemException(
          new Problem.BadInput(
              where,
              "a proxy of the kind '" + ServerNames.shown(scheme) + "' cannot be used, only http"));
    }
    if (proxy.getHost() == null) {
      throw new ProblemException(new Problem.BadInput(where, "it names no host"));
    }
    int port = proxy.getPort() < 0 ? HTTP : proxy.getPort();
    // Resolved for each connection anew.
    InetSocketAddress address = InetSocketAddress.createUnresolved(proxy.getHost(), port);
    String user = proxy.getRawUserInfo();
    return new Route(address, user == null ? null : basic(user));
  }

  private static Hidden basic(String userInfo) {
    String plain = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    byte[] pair = (plain.contains(":") ? plain : plain + ":").getBytes(StandardCharsets.UTF_8);
    return new Hidden("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  ProxySelector selector() {
    return proxy == null ? HttpClient.Builder.NO_PROXY : ProxySelector.of(proxy);
  }
}
