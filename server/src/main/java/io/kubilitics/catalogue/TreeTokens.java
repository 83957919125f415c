package io.kubilitics.catalogue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tokens of an object that is in memory as maps with text keys, lists, text, numbers, booleans
/// and nulls. It has no lines.
public final class TreeTokens implements TokenStream {
  /// The maps and lists that are open, the innermost first.
  private final Deque<Iterator<?>> open = new ArrayDeque<>();

  private final @Nullable Object root;
  private boolean begun;

  /// Set between the name of a field and its value.
  private @Nullable Object pending;

  private boolean hasPending;
  private String text = "";

  private TreeTokens(@Nullable Object root) {
    this.root = root;
  }

  /// The tokens of one tree.
  ///
  /// @throws IllegalArgumentException later, from [#next], when the tree has a value of another
  ///   type
  public static TokenStream of(@Nullable Object root) {
    return new TreeTokens(root);
  }

  @Override
  public Token next() {
    text = "";
    if (hasPending) {
      hasPending = false;
      return value(pending);
    }
    if (open.isEmpty()) {
      if (begun) {
        return Token.END;
      }
      begun = true;
      return value(root);
    }
    Iterator<?> inner = open.getFirst();
    boolean inMap = inner instanceof Fields;
    if (!inner.hasNext()) {
      open.removeFirst();
      return inMap ? Token.OBJECT_END : Token.LIST_END;
    }
    Object next = inner.next();
    if (!inMap) {
      return value(next);
    }
    Map.Entry<?, ?> field = (Map.Entry<?, ?>) next;
    pending = field.getValue();
    hasPending = true;
    text = String.valueOf(field.getKey());
    return Token.NAME;
  }

  private Token value(@Nullable Object value) {
    return switch (value) {
      case null -> scalar(Token.NULL, "null");
      case String string -> scalar(Token.TEXT, string);
      case Boolean bool -> scalar(bool ? Token.TRUE : Token.FALSE, bool.toString());
      case Number number -> scalar(Token.NUMBER, number.toString());
      case Map<?, ?> map -> {
        open.addFirst(new Fields(map.entrySet().iterator()));
        yield Token.OBJECT_START;
      }
      case List<?> list -> {
        open.addFirst(list.iterator());
        yield Token.LIST_START;
      }
      default ->
          throw new IllegalArgumentException(
              "a tree of tokens holds no " + value.getClass().getName());
    };
  }

  private Token scalar(Token token, String text) {
    this.text = text;
    return token;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public int line() {
    return 0;
  }

  /// The fields of a map, told apart from the elements of a list.
  private record Fields(Iterator<?> entries) implements Iterator<Object> {
    @Override
    public boolean hasNext() {
      return entries.hasNext();
    }

    @Override
    public Object next() {
      return entries.next();
    }
  }
}
