package io.kubilitics.catalogue.field;

import io.kubilitics.catalogue.field.FieldText.Part;
import io.kubilitics.catalogue.field.FieldText.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads what stands in the braces of a [FieldText].
final class PartText {
  private static final String EACH = "each ";
  private static final String OTHERWISE = " or ";
  private static final FieldPath CONDITIONS = FieldPath.parse("status.conditions");

  private PartText() {}

  /// The brace that ends what one opens; a path may have `{}` itself.
  static int closing(String text, int open) {
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

  static Part parse(String inner, String whole) {
    String said = inner.strip();
    Phrase phrase = Phrase.named(said);
    if (phrase != null) {
      return new Part.Spoken(phrase);
    }
    if (said.startsWith(EACH)) {
      return each(said.substring(EACH.length()), whole);
    }
    String otherwise = null;
    int or = said.lastIndexOf(OTHERWISE);
    if (or >= 0) {
      otherwise = said.substring(or + OTHERWISE.length());
      said = said.substring(0, or);
    }
    List<String> words = new ArrayList<>(List.of(said.split(" ")));
    Word word = word(words.getFirst());
    if (word != Word.VALUES) {
      words.removeFirst();
    }
    if (words.isEmpty() || words.getFirst().isEmpty()) {
      throw new IllegalArgumentException("'" + whole + "' has braces without a path");
    }
    return switch (word) {
      case AFTER -> after(words, otherwise, whole);
      case CONDITION -> condition(words, otherwise, whole);
      case COUNT -> count(words, otherwise, whole);
      case FIRST -> new Part.Value(word, paths(words), "", otherwise);
      case VALUES, SOME, MODES, SUM, KEYS, LABELS, SELECTOR -> {
        onlyOne(words, whole);
        yield new Part.Value(word, paths(words), "", otherwise);
      }
    };
  }

  /// A word other than [Word#VALUES], which is a path alone.
  private static Word word(String text) {
    for (Word word : Word.values()) {
      if (word != Word.VALUES && word.name().toLowerCase(Locale.ROOT).equals(text)) {
        return word;
      }
    }
    return Word.VALUES;
  }

  private static Part each(String said, String whole) {
    int colon = said.indexOf(": ");
    if (colon < 0) {
      throw new IllegalArgumentException("'" + whole + "': write 'each path: text'");
    }
    int end = said.length();
    String otherwise = null;
    int or = said.lastIndexOf(OTHERWISE);
    if (or > said.lastIndexOf('}')) {
      otherwise = said.substring(or + OTHERWISE.length());
      end = or;
    }
    return new Part.Each(
        FieldPath.parse(said.substring(0, colon)),
        FieldText.parse(said.substring(colon + 2, end)),
        otherwise);
  }

  private static Part after(List<String> words, @Nullable String otherwise, String whole) {
    String before = words.removeFirst();
    onlyOne(words, whole);
    return new Part.Value(
        Word.AFTER, paths(words), before, otherwise == null ? "" : before + otherwise);
  }

  private static Part condition(List<String> words, @Nullable String otherwise, String whole) {
    onlyOne(words, whole);
    return new Part.Value(Word.CONDITION, List.of(CONDITIONS), words.getFirst(), otherwise);
  }

  private static Part count(List<String> words, @Nullable String otherwise, String whole) {
    int sign = words.indexOf("=");
    if (sign < 0) {
      return new Part.Value(Word.COUNT, paths(words), "", otherwise);
    }
    if (sign != words.size() - 2) {
      throw refused(whole);
    }
    return new Part.Value(Word.COUNT, paths(words.subList(0, sign)), words.getLast(), otherwise);
  }

  private static void onlyOne(List<String> words, String whole) {
    if (words.size() != 1) {
      throw refused(whole);
    }
  }

  private static IllegalArgumentException refused(String whole) {
    return new IllegalArgumentException(
        "'" + whole + "': behind a path only '= value' and 'or text' may stand");
  }

  private static List<FieldPath> paths(List<String> words) {
    return words.stream().map(FieldPath::parse).toList();
  }
}
