package io.kubilitics.catalogue;

import io.kubilitics.catalogue.TokenStream.Token;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.PathTrie;
import org.jspecify.annotations.Nullable;

/// Walks the tokens of one object along the trie of its kind: keeps what rules want, hashes
/// everything that counts as a change, and passes over the rest. One object, one thread.
final class TokenWalk {
  /// How deep an object may be nested.
  static final int DEEPEST = 100;

  private @Nullable String problem;

  /// Why the object cannot be used, or null. The walk always ends behind the object.
  @Nullable String problem() {
    return problem;
  }

  void reject(String reason) {
    if (problem == null) {
      problem = reason;
    }
  }

  /// Reads the value of a field.
  ///
  /// @param token the first of the value, already read
  /// @return what the field adds to the hash of its map
  long field(
      String name,
      Token token,
      TokenStream tokens,
      @Nullable PathTrie trie,
      KeptField map,
      int depth) {
    if (trie == null) {
      return Digest.field(name, skipped(token, tokens, depth));
    }
    if (trie.isUnwanted()) {
      pass(token, tokens);
      return 0;
    }
    if (map.has(name)) {
      reject("the field '" + child(map, name) + "' is there twice");
    }
    long hash =
        token == Token.NULL ? Digest.NULL : value(token, tokens, trie, map.add(name), depth);
    return trie.isIgnored() ? 0 : Digest.field(name, hash);
  }

  private long value(Token token, TokenStream tokens, PathTrie trie, KeptField into, int depth) {
    return switch (token) {
      case OBJECT_START -> map(tokens, trie, into, depth + 1);
      case LIST_START -> list(tokens, trie, into, depth + 1);
      case TEXT, NUMBER, TRUE, FALSE, NULL -> {
        into.becomeScalar(trie.keepsText() ? trie.kept(tokens.text()) : null, token == Token.TEXT);
        long hash = scalar(token, tokens);
        yield trie.isMasked() ? Digest.secret(hash) : hash;
      }
      case NAME, OBJECT_END, LIST_END, END -> throw broken(tokens);
    };
  }

  private long map(TokenStream tokens, PathTrie trie, KeptField into, int depth) {
    if (isTooDeep(depth)) {
      passOpen(tokens);
      return 0;
    }
    long sum = 0;
    for (Token token = tokens.next(); token != Token.OBJECT_END; token = tokens.next()) {
      if (token != Token.NAME) {
        throw broken(tokens);
      }
      String name = tokens.text();
      sum += field(name, tokens.next(), tokens, trie.named(name), into, depth);
    }
    return Digest.map(sum);
  }

  private long list(TokenStream tokens, PathTrie trie, KeptField into, int depth) {
    into.becomeList();
    if (isTooDeep(depth)) {
      passOpen(tokens);
      return 0;
    }
    PathTrie elements = trie.elements();
    long hash = Digest.list();
    int index = 0;
    for (Token token = tokens.next(); token != Token.LIST_END; token = tokens.next()) {
      if (elements == null) {
        hash = Digest.element(hash, skipped(token, tokens, depth));
      } else if (token == Token.NULL) {
        hash = Digest.element(hash, Digest.NULL);
      } else {
        long element = value(token, tokens, elements, into.add(index), depth);
        hash = elements.isIgnored() ? hash : Digest.element(hash, element);
      }
      index++;
    }
    return hash;
  }

  /// Reads a value that nobody wants.
  private long skipped(Token token, TokenStream tokens, int depth) {
    if (token == Token.OBJECT_START) {
      if (isTooDeep(depth + 1)) {
        passOpen(tokens);
        return 0;
      }
      long sum = 0;
      for (Token next = tokens.next(); next != Token.OBJECT_END; next = tokens.next()) {
        if (next != Token.NAME) {
          throw broken(tokens);
        }
        String name = tokens.text();
        sum += Digest.field(name, skipped(tokens.next(), tokens, depth + 1));
      }
      return Digest.map(sum);
    }
    if (token == Token.LIST_START) {
      if (isTooDeep(depth + 1)) {
        passOpen(tokens);
        return 0;
      }
      long hash = Digest.list();
      for (Token next = tokens.next(); next != Token.LIST_END; next = tokens.next()) {
        hash = Digest.element(hash, skipped(next, tokens, depth + 1));
      }
      return hash;
    }
    return scalar(token, tokens);
  }

  private static long scalar(Token token, TokenStream tokens) {
    return switch (token) {
      case TEXT -> tokens.textHash();
      case NUMBER -> Digest.number(tokens.textHash());
      case TRUE -> Digest.TRUE;
      case FALSE -> Digest.FALSE;
      case NULL -> Digest.NULL;
      case OBJECT_START, OBJECT_END, LIST_START, LIST_END, NAME, END -> throw broken(tokens);
    };
  }

  private boolean isTooDeep(int depth) {
    if (depth <= DEEPEST) {
      return false;
    }
    reject("nested deeper than " + DEEPEST + " levels");
    return true;
  }

  /// Passes over a value.
  static void pass(Token token, TokenStream tokens) {
    if (token == Token.OBJECT_START || token == Token.LIST_START) {
      passOpen(tokens);
    }
  }

  /// Passes over the rest of a map or list that is open.
  private static void passOpen(TokenStream tokens) {
    for (int open = 1; open > 0; ) {
      switch (tokens.next()) {
        case OBJECT_START, LIST_START -> open++;
        case OBJECT_END, LIST_END -> open--;
        case NAME, TEXT, NUMBER, TRUE, FALSE, NULL -> {}
        case END -> throw broken(tokens);
      }
    }
  }

  static MalformedDocumentException broken(TokenStream tokens) {
    return new MalformedDocumentException(tokens.line(), "the document ends in the middle");
  }

  private static String child(KeptField map, String name) {
    String path = map.path();
    return path.isEmpty() ? name : path + "." + name;
  }
}
