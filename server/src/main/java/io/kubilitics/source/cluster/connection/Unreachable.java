package io.kubilitics.source.cluster.connection;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Says in words why a server was not reached, and whether trying again may help. Any thread.
final class Unreachable {
  /// Alerts of TLS (RFC 8446) by which a server refuses the client's certificate or its absence.
  private static final List<String> REFUSALS =
      List.of(
          "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "certificate_required",
          "unknown_ca",
          "access_denied",
          "decrypt_error");

  private static final String CLOSED = "the connection was closed by the server";

  private final String server;
  private volatile boolean wasReached;

  /// @param server host and port, as in messages
  Unreachable(String server) {
    this.server = server;
  }

  /// It has answered, so it was trusted then.
  void reached() {
    wasReached = true;
  }

  /// The failure of a request: thrown when it is a [ProblemException], else returned.
  IOException inWords(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof ExecutionException || cause instanceof CompletionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    UntrustedServerException untrusted = find(UntrustedServerException.class, cause);
    if (untrusted != null) {
      String changed = wasReached && untrusted.isAnother() ? "its certificate has changed: " : "";
      throw new ProblemException(new Problem.Unreadable(server, changed + text(untrusted)));
    }
    SSLException tls = find(SSLException.class, cause);
    if (tls != null) {
      return ofTls(tls);
    }
    String words = words(cause);
    return new IOException(words.startsWith(server) ? words : server + ": " + words, cause);
  }

  private IOException ofTls(SSLException tls) {
    String text = text(tls);
    for (String alert : REFUSALS) {
      if (text.contains(alert)) {
        throw new ProblemException(
            new Problem.Forbidden(
                server, "the server does not accept the certificate of the client: " + alert));
      }
    }
    if (text.contains("nrecognized SSL message")) {
      return new IOException(server + ": it does not speak TLS there", tls);
    }
    if (text.contains("closed the channel") || find(EOFException.class, tls) != null) {
      return new IOException(server + ": " + CLOSED, tls);
    }
    return new IOException(server + ": TLS failed: " + ServerNames.shown(text), tls);
  }

  private static String words(Throwable cause) {
    if (find(UnresolvedAddressException.class, cause) != null) {
      return "there is no such host";
    }
    if (cause instanceof HttpConnectTimeoutException) {
      return "no connection in time";
    }
    if (cause instanceof ConnectException) {
      return "connection refused";
    }
    String text = text(cause);
    if (find(EOFException.class, cause) != null || text.contains("EOF reached")) {
      return CLOSED;
    }
    if (text.toLowerCase(java.util.Locale.ROOT).contains("connection reset")) {
      return "the connection was reset";
    }
    return text.isEmpty() ? "the connection was lost" : ServerNames.shown(text);
  }

  private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable thrown) {
    int depth = 0;
    for (Throwable at = thrown; at != null && depth < 20; at = at.getCause()) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
      depth++;
    }
    return null;
  }

  private static String text(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? "" : message;
  }
}
