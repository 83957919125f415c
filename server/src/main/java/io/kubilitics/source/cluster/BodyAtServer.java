package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.JsonTokens;
import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.model.Body;
import io.kubilitics.model.ResourceId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import io.kubilitics.source.cluster.discovery.ServedKind;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Bodies of objects as an API server has them now, masked before anybody sees them. Any thread.
record BodyAtServer(Connection connection, Catalogue catalogue) {
  private static final int LONGEST_REFUSAL = 64 << 10;

  /// @return empty when there is no such object
  /// @throws ProblemException `Forbidden` when it may not be read, `Unreadable` when it cannot
  Optional<Body> read(ResourceId id, ServedKind served) {
    if (!isName(id.name()) || !isName(id.namespace())) {
      return Optional.empty();
    }
    Ask ask = Ask.get(served.path(segment(id.namespace())) + "/" + segment(id.name()));
    try (Reply reply = connection.send(Errand.USER, ask)) {
      return switch (reply.status()) {
        case 200 -> body(id, reply);
        case 404 -> Optional.empty();
        case 401 -> throw forbidden(id, "the credentials are not accepted");
        case 403 -> throw forbidden(id, ServerMessage.read(reply.text(LONGEST_REFUSAL)));
        default -> throw unreadable(id, "the server answers " + reply.status());
      };
    } catch (IOException e) {
      if (e.getCause() instanceof ProblemException refusal) {
        throw refusal;
      }
      throw unreadable(id, String.valueOf(e.getMessage()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw unreadable(id, "interrupted");
    }
  }

  private Optional<Body> body(ResourceId id, Reply reply) throws IOException {
    try (JsonTokens tokens = JsonTokens.of(reply.body())) {
      return catalogue.bodies().read(tokens, id);
    } catch (MalformedDocumentException e) {
      throw unreadable(id, String.valueOf(e.getMessage()));
    }
  }

  private static ProblemException forbidden(ResourceId id, String reason) {
    return new ProblemException(new Problem.Forbidden(id.toString(), reason));
  }

  private static ProblemException unreadable(ResourceId id, String reason) {
    return new ProblemException(new Problem.Unreadable(id.toString(), reason));
  }

  /// Whether an object can have this name; what leads elsewhere in a path is none.
  private static boolean isName(String name) {
    return !name.equals(".")
        && !name.equals("..")
        && name.indexOf('/') < 0
        && name.indexOf('%') < 0;
  }

  private static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
