package io.kubilitics.source.cluster.feed;

import io.kubilitics.catalogue.JsonTokens;
import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.TokenStream;
import org.jspecify.annotations.Nullable;

/// Hands on the tokens of one object, or of the `metadata` of a list, and notes what a feed must
/// know of it. One thread, one pass.
final class ObjectHead implements TokenStream {
  private static final String INITIAL_EVENTS_END = "k8s.io/initial-events-end";

  private final TokenStream tokens;
  private int depth;

  /// The name of the field at each of the first levels that is being read.
  private final @Nullable String[] path = new String[4];

  private String name = "";
  private String namespace = "";
  private String resourceVersion = "";
  private boolean endsInitialEvents;

  ObjectHead(TokenStream tokens) {
    this.tokens = tokens;
  }

  /// What stands in the head of an object, as far as it can be read.
  static ObjectHead of(Piece object) {
    try (JsonTokens tokens = object.tokens()) {
      ObjectHead head = new ObjectHead(tokens);
      head.finish();
      return head;
    }
  }

  /// Reads on to the end, or to where it is broken.
  void finish() {
    try {
      while (next() != Token.END) {
        // Noted by next().
      }
    } catch (MalformedDocumentException _) {
      // What came before counts.
    }
  }

  @Override
  public Token next() {
    Token token = tokens.next();
    switch (token) {
      case OBJECT_START, LIST_START -> enter();
      case OBJECT_END, LIST_END -> depth--;
      case NAME -> {
        if (isNear()) {
          path[depth] = tokens.text();
        }
      }
      case TEXT -> note();
      case NUMBER, TRUE, FALSE, NULL, END -> {}
    }
    return token;
  }

  private void enter() {
    depth++;
    if (depth < path.length) {
      path[depth] = null;
    }
  }

  /// Whether a name on this level can matter: names cost a string.
  private boolean isNear() {
    return depth == 1 || (depth > 1 && depth < path.length && "metadata".equals(path[1]));
  }

  private void note() {
    if (depth < 2 || depth >= path.length || !"metadata".equals(path[1])) {
      return;
    }
    String field = path[2];
    if (field == null) {
      return;
    }
    if (depth == 3) {
      endsInitialEvents |=
          field.equals("annotations")
              && INITIAL_EVENTS_END.equals(path[3])
              && tokens.text().equals("true");
      return;
    }
    switch (field) {
      case "name" -> name = tokens.text();
      case "namespace" -> namespace = tokens.text();
      case "resourceVersion" -> resourceVersion = tokens.text();
      default -> {}
    }
  }

  String name() {
    return name;
  }

  String namespace() {
    return namespace;
  }

  /// `""` when it has none.
  String resourceVersion() {
    return resourceVersion;
  }

  /// Whether this is the bookmark behind what was there before a watch.
  boolean endsInitialEvents() {
    return endsInitialEvents;
  }

  @Override
  public String text() {
    return tokens.text();
  }

  @Override
  public long textHash() {
    return tokens.textHash();
  }

  @Override
  public int line() {
    return tokens.line();
  }
}
