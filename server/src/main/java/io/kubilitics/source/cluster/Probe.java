package io.kubilitics.source.cluster;

import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.SourceCondition.Phase;
import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Obedient;
import io.kubilitics.source.cluster.connection.Reply;
import java.io.IOException;
import java.time.InstantSource;

/// The answer to the one small question whether a server is there.
///
/// @param version of the server, or `""` when it did not say
/// @param isDenied whether we may not even know the version
record Probe(LineState found, String version, boolean isDenied) {
  private static final int LONGEST = 64 << 10;
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final int FIRST_OF_SERVER = 500;

  /// Asks now. Who may not even know the version (403) has been answered all the same.
  static Probe of(Way way, InstantSource clock) throws InterruptedException {
    try (Reply reply = new Obedient(way.connection()).send(Errand.USER, Ask.get("/version"))) {
      int status = reply.status();
      if (status == UNAUTHORIZED) {
        return refused("the server does not accept the credentials");
      }
      if (status >= FIRST_OF_SERVER || status == TOO_MANY) {
        return unreachable("the server answers " + status);
      }
      String version = status == OK ? ServerVersion.read(reply.text(LONGEST)) : "";
      return new Probe(
          new LineState(Phase.CONNECTED, "", clock.instant(), null), version, status == FORBIDDEN);
    } catch (ProblemException e) {
      return refused(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return failed(e);
    }
  }

  static Probe failed(IOException e) {
    if (e.getCause() instanceof ProblemException refusal) {
      return refused(String.valueOf(refusal.getMessage()));
    }
    String message = e.getMessage();
    return unreachable(message == null || message.isBlank() ? "it does not answer" : message);
  }

  /// It is there, but does not know yet who may do what.
  static Probe starting() {
    return unreachable("the server is starting: it refuses even its version");
  }

  private static Probe refused(String message) {
    return new Probe(new LineState(Phase.REFUSED, message, null, null), "", false);
  }

  private static Probe unreachable(String message) {
    return new Probe(new LineState(Phase.UNREACHABLE, message, null, null), "", false);
  }
}
