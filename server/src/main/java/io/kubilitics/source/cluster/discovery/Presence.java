package io.kubilitics.source.cluster.discovery;

import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.TokenStream.Token;
import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import java.io.IOException;

/// Whether there are objects of a kind, by a list of one.
public enum Presence {
  NONE,
  SOME,
  /// The server does not say: it forbids, or fails.
  UNCLEAR;

  /// Asks now; reads no further than to the first object.
  ///
  /// @throws IOException when the server cannot be reached, or not now
  public static Presence of(ServedKind kind, Connection connection)
      throws IOException, InterruptedException {
    Ask ask = Ask.get(kind.path("") + "?limit=1");
    try (Reply reply = connection.send(Errand.LIST, ask)) {
      return reply.status() == 200 ? read(reply) : UNCLEAR;
    } catch (MalformedDocumentException _) {
      return UNCLEAR;
    }
  }

  private static Presence read(Reply reply) throws IOException {
    Presence[] found = {UNCLEAR};
    try (JsonAnswer answer = new JsonAnswer(reply.body())) {
      answer.read((name, value) -> {
        if (found[0] != UNCLEAR || !name.equals("items")) {
          answer.pass(value);
          return;
        }
        found[0] = value == Token.NULL || answer.isEmptyList(value) ? NONE : SOME;
        if (found[0] == SOME) {
          throw new Seen();
        }
      });
    } catch (Seen _) {
      return SOME;
    }
    return found[0];
  }

  /// Enough is known.
  private static final class Seen extends RuntimeException {
    private static final long serialVersionUID = 1;

    Seen() {
      super(null, null, false, false);
    }
  }
}
