package io.kubilitics.catalogue.field;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// A text made of an object's fields, for table columns and features: `{status.readyReplicas or
/// 0}/{spec.replicas or 1}`. In braces stands a path, alone for its values joined by commas, or
/// after a word: `{count path}`, `{count path = value}`, `{sum path}`, `{keys path}` for the names
/// in a map; behind `or` what to write where there is none.
public record FieldText(List<Part> parts) implements ObjectText {
  public sealed interface Part {
    record Literal(String text) implements Part {}

    /// What is read from the object.
    ///
    /// @param value what to count, `""` for everything
    /// @param otherwise null when the whole text needs this part
    record Value(Word word, FieldPath path, String value, @Nullable String otherwise)
        implements Part {}
  }

  public enum Word {
    VALUES,
    COUNT,
    SUM,
    KEYS
  }

  public FieldText {
    parts = List.copyOf(parts);
  }

  /// The values of one path.
  public static FieldText of(FieldPath path) {
    return new FieldText(List.of(new Part.Value(Word.VALUES, path, "", null)));
  }

  /// Reads the text form.
  ///
  /// @throws IllegalArgumentException with a sentence for the author
  public static FieldText parse(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      if (open < 0) {
        parts.add(new Part.Literal(text.substring(at)));
        break;
      }
      if (open > at) {
        parts.add(new Part.Literal(text.substring(at, open)));
      }
      int close = closing(text, open);
      parts.add(value(text.substring(open + 1, close), text));
      at = close + 1;
    }
    return new FieldText(parts);
  }

  /// The brace that ends what one opens; a path may have `{}` itself.
  private static int closing(String text, int open) {
    int depth = 0;
    for (int at = open; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return at;
      }
    }
    throw new IllegalArgumentException("'" + text + "' has a { without }");
  }

  private static Part value(String inner, String whole) {
    List<String> words = new ArrayList<>(List.of(inner.strip().split(" ")));
    Word word =
        switch (words.getFirst()) {
          case "count" -> Word.COUNT;
          case "sum" -> Word.SUM;
          case "keys" -> Word.KEYS;
          default -> Word.VALUES;
        };
    if (word != Word.VALUES) {
      words.removeFirst();
    }
    if (words.isEmpty() || words.getFirst().isEmpty()) {
      throw new IllegalArgumentException("'" + whole + "' has braces without a path");
    }
    FieldPath path = FieldPath.parse(words.removeFirst());
    String value = "";
    String otherwise = null;
    while (!words.isEmpty()) {
      String sign = words.removeFirst();
      if (words.isEmpty() || !(sign.equals("=") || sign.equals("or"))) {
        throw new IllegalArgumentException(
            "'" + whole + "': behind a path only '= value' and 'or text' may stand");
      }
      if (sign.equals("=")) {
        value = words.removeFirst();
      } else {
        otherwise = words.removeFirst();
      }
    }
    return new Part.Value(word, path, value, otherwise);
  }

  @Override
  public void keepIn(PathTrie trie) {
    for (Part part : parts) {
      if (part instanceof Part.Value value) {
        if (value.word == Word.KEYS) {
          trie.keepNames(value.path);
        } else {
          trie.keep(value.path);
        }
      }
    }
  }

  /// The text for this object, or null when a part of it is missing.
  @Override
  public @Nullable String of(KeptObject object) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Literal(String literal) -> text.append(literal);
        case Part.Value value -> {
          String read = read(value, object);
          if (read == null) {
            return null;
          }
          text.append(read);
        }
      }
    }
    return text.toString();
  }

  private static @Nullable String read(Part.Value part, KeptObject object) {
    String read =
        switch (part.word) {
          case VALUES -> joined(part.path, object);
          case COUNT -> counted(part, object);
          case SUM -> summed(part.path, object);
          case KEYS -> String.join(",", object.keys(part.path));
        };
    return read.isEmpty() ? part.otherwise : read;
  }

  private static String joined(FieldPath path, KeptObject object) {
    if (path.isSingle()) {
      String value = object.scalar(path);
      return value == null ? "" : value;
    }
    StringJoiner joined = new StringJoiner(",");
    object.walk(
        path,
        field -> {
          if (field.scalar() != null) {
            joined.add(field.scalar());
          }
        });
    return joined.toString();
  }

  private static String counted(Part.Value part, KeptObject object) {
    int[] count = new int[1];
    object.walk(
        part.path,
        field -> {
          if (part.value.isEmpty() || part.value.equals(field.scalar())) {
            count[0]++;
          }
        });
    return Integer.toString(count[0]);
  }

  private static String summed(FieldPath path, KeptObject object) {
    long[] sum = new long[1];
    object.walk(path, field -> sum[0] += whole(field.scalar()));
    return Long.toString(sum[0]);
  }

  private static long whole(@Nullable String number) {
    if (number == null) {
      return 0;
    }
    try {
      return Long.parseLong(number);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
