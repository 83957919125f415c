package io.kubilitics.catalogue;

import io.kubilitics.catalogue.TokenStream.Token;
import io.kubilitics.catalogue.field.KeptObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one object, or one list of objects, from behind its opening brace to its end. Which kind
/// it is may turn out late, because dumps are sorted by name: fields before that wait in a buffer.
/// The `items` of a list never wait: each is handed on as soon as it is read, unless only the list
/// says of which kind it is.
final class ObjectReader {
  /// Lists in lists: nobody writes them, and they are followed only so far.
  private static final int MOST_LISTS = 4;

  private final Extractor extractor;
  private final ExtractionListener listener;
  private final int line;
  private final int listsAround;
  private final TokenWalk walk = new TokenWalk();

  private @Nullable String apiVersion;
  private @Nullable String kind;

  private @Nullable CompiledKind compiled;
  private @Nullable KeptObject object;
  private long hashOfFields;

  private @Nullable TokenBuffer waiting;
  private @Nullable List<ObjectReader> undecided;
  private boolean isList;

  /// Whether somebody else said what this is.
  private boolean isTold;

  ObjectReader(Extractor extractor, ExtractionListener listener, int line, int listsAround) {
    this.extractor = extractor;
    this.listener = listener;
    this.line = line;
    this.listsAround = listsAround;
  }

  /// Says the kind from outside; what the object itself says of it is passed over.
  void decide(String apiVersion, String kind) {
    this.apiVersion = apiVersion;
    this.kind = kind;
    isTold = true;
    begin();
  }

  /// Whether both are known that say what this is.
  private boolean isDecided() {
    return apiVersion != null && kind != null;
  }

  /// Reads up to the closing brace.
  ///
  /// @param tokens stands on the opening brace
  /// @return false when the object is read and its kind is still not known
  boolean read(TokenStream tokens) {
    for (Token token = tokens.next(); token != Token.OBJECT_END; token = tokens.next()) {
      if (token != Token.NAME) {
        throw TokenWalk.broken(tokens);
      }
      String name = tokens.text();
      field(name, tokens.next(), tokens);
    }
    if (isDecided()) {
      finish();
      return true;
    }
    return false;
  }

  private void field(String name, Token value, TokenStream tokens) {
    if (name.equals("apiVersion") || name.equals("kind")) {
      identity(name, value, tokens);
    } else if (name.equals("items") && mayBeList() && isListValue(value)) {
      isList = true;
      items(value, tokens);
    } else if (compiled != null) {
      read(name, value, tokens, compiled);
    } else {
      await(name, value, tokens);
    }
  }

  /// A value of `apiVersion` or `kind`. The first counts.
  private void identity(String name, Token value, TokenStream tokens) {
    boolean isKind = name.equals("kind");
    if (isTold) {
      TokenWalk.pass(value, tokens);
      return;
    }
    if (value != Token.TEXT || tokens.text().isEmpty()) {
      walk.reject("'" + name + "' must be a text");
      TokenWalk.pass(value, tokens);
      return;
    }
    if ((isKind ? kind : apiVersion) != null) {
      walk.reject("the field '" + name + "' is there twice");
      return;
    }
    if (isKind) {
      kind = extractor.shared().text(tokens.text());
    } else {
      apiVersion = extractor.shared().text(tokens.text());
    }
    if (isDecided()) {
      begin();
    }
  }

  private boolean mayBeList() {
    return isList || kind == null || (kind.endsWith("List") && !isKnownKind());
  }

  private boolean isKnownKind() {
    return apiVersion != null
        && kind != null
        && extractor
            .catalogue()
            .definition(extractor.catalogue().kindOf(apiVersion, kind))
            .isPresent();
  }

  private static boolean isListValue(Token value) {
    return value == Token.LIST_START || value == Token.NULL;
  }

  private void begin() {
    if (apiVersion == null || kind == null) {
      return;
    }
    compiled = extractor.catalogue().compiled(apiVersion, kind);
    object = new KeptObject(extractor.catalogue(), extractor.shared().text(version(apiVersion)));
    if (waiting != null) {
      TokenBuffer fields = waiting;
      waiting = null;
      for (Token token = fields.next(); token == Token.NAME; token = fields.next()) {
        String name = fields.text();
        read(name, fields.next(), fields, compiled);
      }
    }
  }

  private static String version(String apiVersion) {
    return apiVersion.substring(apiVersion.indexOf('/') + 1);
  }

  private void read(String name, Token value, TokenStream tokens, CompiledKind kind) {
    if (object == null) {
      throw new IllegalStateException("a kind without an object");
    }
    hashOfFields += walk.field(name, value, tokens, kind.fields().named(name), object, 1);
  }

  private void await(String name, Token value, TokenStream tokens) {
    if (walk.problem() != null) {
      TokenWalk.pass(value, tokens);
      return;
    }
    if (waiting == null) {
      waiting = new TokenBuffer();
    }
    if (!waiting.record(name, value, tokens)) {
      waiting = null;
      walk.reject(
          "more than "
              + (TokenBuffer.MOST >> 20)
              + " MiB stand before 'apiVersion' and 'kind'; put those first");
    }
  }

  private void items(Token value, TokenStream tokens) {
    if (value == Token.NULL) {
      return;
    }
    int index = 0;
    for (Token token = tokens.next(); token != Token.LIST_END; token = tokens.next()) {
      if (token != Token.OBJECT_START) {
        listener.rejected(tokens.line(), "items[" + index + "] is no object");
        TokenWalk.pass(token, tokens);
      } else if (listsAround == MOST_LISTS) {
        listener.rejected(tokens.line(), "lists in lists, deeper than " + MOST_LISTS);
        TokenWalk.pass(token, tokens);
      } else {
        item(tokens);
      }
      index++;
    }
  }

  private void item(TokenStream tokens) {
    ObjectReader item = new ObjectReader(extractor, listener, tokens.line(), listsAround + 1);
    if (isDecided()) {
      decideFromList(item);
    }
    if (!item.read(tokens)) {
      if (isDecided()) {
        item.rejectUndecided();
        return;
      }
      if (undecided == null) {
        undecided = new ArrayList<>();
      }
      if (!extractor.mayWait(item.waiting)) {
        item.walk.reject("too many items stand before the 'kind' of their list; put it first");
        item.waiting = null;
      }
      undecided.add(item);
    }
  }

  /// The items of a `PodList` are Pods; those of a `List` say themselves what they are.
  private void decideFromList(ObjectReader item) {
    if (apiVersion != null && kind != null && !kind.equals("List")) {
      item.decide(apiVersion, kind.substring(0, kind.length() - "List".length()));
    }
  }

  private void finish() {
    if (undecided != null) {
      for (ObjectReader item : undecided) {
        decideFromList(item);
        if (item.isDecided()) {
          item.finish();
        } else {
          item.rejectUndecided();
        }
      }
      undecided = null;
    }
    if (isList) {
      if (kind != null && !kind.endsWith("List")) {
        listener.rejected(line, "'items' stand before the kind, and " + kind + " is no list");
      }
      return;
    }
    if (walk.problem() != null) {
      listener.rejected(line, walk.problem());
      return;
    }
    if (compiled != null && object != null) {
      extractor.emit(compiled, object, Digest.map(hashOfFields), line, listener);
    }
  }

  /// Ends the reading of an object that says nowhere what it is.
  void rejectUndecided() {
    if (undecided != null) {
      undecided.forEach(ObjectReader::rejectUndecided);
      undecided = null;
    }
    String reason = walk.problem();
    if (reason == null) {
      boolean neither = kind == null && apiVersion == null;
      reason =
          neither
              ? "no Kubernetes object: it has no 'apiVersion' and no 'kind'"
              : "it has no '" + (kind == null ? "kind" : "apiVersion") + "'";
    }
    listener.rejected(line, reason);
  }
}
