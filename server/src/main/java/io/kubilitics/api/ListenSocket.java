package io.kubilitics.api;

import io.kubilitics.access.Credentials;
import io.kubilitics.access.OwnAddresses;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The bound socket: from here on callers wait instead of being turned away, and the port is known.
/// Whoever takes the channel closes it.
record ListenSocket(ServerSocketChannel channel, InetAddress address, int port) {
  private static final int WAITING_CONNECTIONS = 128;
  private static final List<String> LOOPBACK_NAMES = List.of("localhost", "127.0.0.1", "[::1]");

  /// Binds.
  ///
  /// @throws ProblemException when the address is another machine's, may not be used without
  ///   authentication of its own, or the port is taken
  static ListenSocket bind(HttpSettings settings) {
    InetAddress address = resolve(settings);
    try {
      return bind(ServerSocketChannel.open(), address, settings.port());
    } catch (BindException e) {
      throw new ProblemException(
          new Problem.Conflict(settings.host() + ":" + settings.port(), reason(e)));
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Unreadable(settings.host() + ":" + settings.port(), reason(e)));
    }
  }

  private static ListenSocket bind(ServerSocketChannel channel, InetAddress address, int port)
      throws IOException {
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(new InetSocketAddress(address, port), WAITING_CONNECTIONS);
      InetSocketAddress bound = (InetSocketAddress) channel.getLocalAddress();
      return new ListenSocket(channel, address, bound.getPort());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Gives the port up, for whoever has bound it and cannot use it.
  void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // Nobody has been let in.
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? "cannot be listened on" : message;
  }

  private static InetAddress resolve(HttpSettings settings) {
    if (settings.port() < 0 || settings.port() > 65_535) {
      throw new ProblemException(
          new Problem.BadInput("--port", settings.port() + " is not between 0 and 65535"));
    }
    InetAddress address;
    try {
      address = InetAddress.getByName(settings.host());
    } catch (UnknownHostException e) {
      throw new ProblemException(
          new Problem.BadInput("--host", "'" + settings.host() + "' is no known address"));
    }
    if (!address.isLoopbackAddress() && !(settings.credentials() instanceof Credentials.None)) {
      throw new ProblemException(
          new Problem.BadInput(
              "--host",
              settings.host()
                  + " can be reached by other machines, and there is no sign-in for them yet;"
                  + " --insecure-no-auth lets everybody read"));
    }
    return address;
  }

  /// What a browser may call this server.
  OwnAddresses addresses(HttpSettings settings) {
    Set<String> names = new TreeSet<>(settings.moreHosts());
    names.add(settings.host().contains(":") ? bracketed(settings.host()) : settings.host());
    names.add(text(address));
    if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
      names.addAll(LOOPBACK_NAMES);
    }
    if (address.isAnyLocalAddress()) {
      names.addAll(interfaceNames());
    }
    return OwnAddresses.of(names, port);
  }

  /// How a program on this machine reaches the server.
  String url() {
    String host =
        address.isAnyLocalAddress() || (address.isLoopbackAddress() && !isIpv6(address))
            ? HttpSettings.LOOPBACK
            : text(address);
    return "http://" + host + ":" + port + "/";
  }

  private static Set<String> interfaceNames() {
    Set<String> names = new TreeSet<>();
    try {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .forEach(address -> names.add(text(address)));
    } catch (SocketException e) {
      throw new ProblemException(new Problem.Unreadable("network interfaces", reason(e)));
    }
    String hostName = System.getenv("HOSTNAME");
    if (hostName != null && !hostName.isBlank()) {
      names.add(hostName);
    }
    return names;
  }

  private static String text(InetAddress address) {
    String text = address.getHostAddress();
    return isIpv6(address) ? bracketed(text.replaceFirst("%.*", "")) : text;
  }

  private static boolean isIpv6(InetAddress address) {
    return address instanceof java.net.Inet6Address;
  }

  private static String bracketed(String address) {
    return address.startsWith("[") ? address : "[" + address + "]";
  }
}
