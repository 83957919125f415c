package io.kubilitics.catalogue.field;

import io.kubilitics.catalogue.field.FieldPath.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text made of an object's fields, for table columns and features: `{status.readyReplicas or
/// 0}/{spec.replicas or 1}`. What may stand in braces says [Word]; behind `or` stands what to write
/// where there is nothing. A part without `or` that is missing makes the whole text missing.
public record FieldText(List<Part> parts) implements ObjectText {
  public sealed interface Part {
    record Literal(String text) implements Part {}

    /// What is read from the object.
    ///
    /// @param paths most words read one, [Word#FIRST] and [Word#COUNT] any number
    /// @param value what to count, what to write before, or the type of a condition; `""` for none
    /// @param otherwise null when the whole text needs this part
    record Value(Word word, List<FieldPath> paths, String value, @Nullable String otherwise)
        implements Part {
      public Value {
        paths = List.copyOf(paths);
      }

      FieldPath path() {
        return paths.getFirst();
      }

      /// Whether it only counts the entries of maps, whose values nobody needs then.
      boolean countsNames() {
        return word == Word.COUNT
            && value.isEmpty()
            && paths.stream().allMatch(path -> path.steps().getLast() instanceof Step.Values);
      }
    }

    /// The same text for each field of a path, joined by commas.
    record Each(FieldPath path, FieldText text, @Nullable String otherwise) implements Part {}

    /// What `kubectl get` makes of many fields.
    record Spoken(Phrase phrase) implements Part {}
  }

  /// How fields become text.
  public enum Word {
    /// `{path}`: the values, joined by commas.
    VALUES,
    /// `{some path}`: the first three values and how many more there are.
    SOME,
    /// `{modes path}`: access modes of volumes as kubectl abbreviates them.
    MODES,
    /// `{first path path}`: the first value there is.
    FIRST,
    /// `{after TEXT path}`: the text and the value; nothing when there is no value.
    AFTER,
    /// `{count path path}`, `{count path = value}`.
    COUNT,
    /// `{sum path}`: of whole numbers.
    SUM,
    /// `{keys path}`: the names in a map.
    KEYS,
    /// `{labels path}`: a map as `a=b,c=d`.
    LABELS,
    /// `{selector path}`: a `metav1.LabelSelector` in kubectl's words.
    SELECTOR,
    /// `{condition Type}`: the status of that condition.
    CONDITION
  }

  public FieldText {
    parts = List.copyOf(parts);
  }

  /// The values of one path.
  public static FieldText of(FieldPath path) {
    return new FieldText(List.of(new Part.Value(Word.VALUES, List.of(path), "", null)));
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
      int close = PartText.closing(text, open);
      parts.add(PartText.parse(text.substring(open + 1, close), text));
      at = close + 1;
    }
    return new FieldText(parts);
  }

  /// The paths it reads.
  public List<FieldPath> reads() {
    List<FieldPath> reads = new ArrayList<>();
    for (Part part : parts) {
      switch (part) {
        case Part.Literal _ -> {}
        case Part.Value value -> reads.addAll(value.paths);
        case Part.Each each -> {
          List<FieldPath> below = each.text.reads();
          below.forEach(path -> reads.add(each.path.then(path)));
          if (below.isEmpty()) {
            reads.add(each.path);
          }
        }
        case Part.Spoken(Phrase phrase) -> reads.addAll(phrase.reads());
      }
    }
    return reads;
  }

  @Override
  public void keepIn(PathTrie trie) {
    for (Part part : parts) {
      if (part instanceof Part.Value value && value.word == Word.KEYS) {
        trie.keepNames(value.path());
      } else if (part instanceof Part.Value value && value.countsNames()) {
        value.paths.forEach(path -> trie.keepNames(path.parent()));
      } else {
        new FieldText(List.of(part)).reads().forEach(trie::keep);
      }
    }
  }

  /// The text for this object, or null when a part of it is missing.
  @Override
  public @Nullable String of(KeptObject object) {
    return at(object);
  }

  /// The same for what lies below a field.
  @Nullable String at(KeptField object) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      String read =
          switch (part) {
            case Part.Literal(String literal) -> literal;
            case Part.Value value -> orElse(FieldWords.read(value, object), value.otherwise);
            case Part.Each each -> orElse(FieldWords.read(each, object), each.otherwise);
            case Part.Spoken(Phrase phrase) -> orElse(phrase.of(object), null);
          };
      if (read == null) {
        return null;
      }
      text.append(read);
    }
    return text.toString();
  }

  private static @Nullable String orElse(String read, @Nullable String otherwise) {
    return read.isEmpty() ? otherwise : read;
  }
}
