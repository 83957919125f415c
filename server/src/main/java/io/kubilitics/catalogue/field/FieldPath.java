package io.kubilitics.catalogue.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// A path through an object, as [io.kubilitics.plugin.Field] describes it:
/// `spec.rules[].http.paths[].backend`. Without steps it means the field itself.
public final class FieldPath {
  public static final FieldPath SELF = new FieldPath(List.of());

  /// Rules ask with the same few texts again and again.
  private static final ConcurrentMap<String, FieldPath> PARSED = new ConcurrentHashMap<>();

  private static final int MOST_PARSED = 4096;

  public sealed interface Step {
    /// The field of this name.
    record Name(String name) implements Step {}

    /// Every element of a list, `[]`.
    record Elements() implements Step {}

    /// The elements of a list that have a field of this value, `[type=Ready]`.
    record Matching(String field, String value) implements Step {}

    /// One element of a list, from 0, `[0]`.
    record At(int index) implements Step {}

    /// Every value of a map, `{}`.
    record Values() implements Step {}
  }

  private static final Step ELEMENTS = new Step.Elements();
  private static final Step VALUES = new Step.Values();

  private final Step[] steps;

  /// Asked for with every field that is looked up.
  private final boolean single;

  private FieldPath(List<Step> steps) {
    this.steps = steps.toArray(Step[]::new);
    single = steps.stream().allMatch(step -> step instanceof Step.Name);
  }

  /// Reads the text form.
  ///
  /// @throws IllegalArgumentException with a sentence for the author of the path
  public static FieldPath parse(String text) {
    FieldPath known = PARSED.get(text);
    if (known != null) {
      return known;
    }
    FieldPath path = new FieldPath(new Reader(text).steps());
    if (PARSED.size() < MOST_PARSED) {
      PARSED.put(text, path);
    }
    return path;
  }

  /// A path of these steps.
  public static FieldPath of(List<Step> steps) {
    return steps.isEmpty() ? SELF : new FieldPath(steps);
  }

  public List<Step> steps() {
    return List.of(steps);
  }

  int length() {
    return steps.length;
  }

  Step step(int at) {
    return steps[at];
  }

  public boolean isSelf() {
    return steps.length == 0;
  }

  /// Whether it can match at most one field of an object.
  public boolean isSingle() {
    return single;
  }

  /// This path, and from there the other.
  public FieldPath then(FieldPath next) {
    if (isSelf()) {
      return next;
    }
    List<Step> joined = new ArrayList<>(steps());
    joined.addAll(next.steps());
    return new FieldPath(joined);
  }

  /// The path without its last step.
  public FieldPath parent() {
    return new FieldPath(steps().subList(0, Math.max(0, steps.length - 1)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldPath path && Arrays.equals(steps, path.steps);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(steps);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      switch (step) {
        case Step.Name(String name) -> appendName(text, name);
        case Step.Elements() -> text.append("[]");
        case Step.Matching(String field, String value) ->
            text.append('[').append(field).append('=').append(value).append(']');
        case Step.At(int index) -> text.append('[').append(index).append(']');
        case Step.Values() -> text.append("{}");
      }
    }
    return text.toString();
  }

  /// Writes a name behind what is there: `.name`, or `["na.me"]` where a dot would mislead.
  static void appendName(StringBuilder text, String name) {
    if (isPlain(name)) {
      if (!text.isEmpty()) {
        text.append('.');
      }
      text.append(name);
      return;
    }
    text.append("[\"");
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if (c == '"' || c == '\\') {
        text.append('\\');
      }
      text.append(c);
    }
    text.append("\"]");
  }

  private static boolean isPlain(String name) {
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if (!((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '-'
          || c == '_'
          || c == '$')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /// Reads the text form from left to right.
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    List<Step> steps() {
      List<Step> steps = new ArrayList<>();
      while (at < text.length()) {
        if (text.startsWith("[]", at)) {
          steps.add(ELEMENTS);
          at += 2;
        } else if (text.startsWith("{}", at)) {
          steps.add(VALUES);
          at += 2;
        } else if (text.startsWith("[\"", at)) {
          at += 2;
          steps.add(new Step.Name(quoted()));
        } else if (text.startsWith("[", at)) {
          steps.add(some());
        } else {
          if (!steps.isEmpty()) {
            expectDot();
          }
          steps.add(new Step.Name(plain()));
        }
      }
      return steps;
    }

    /// `[0]` or `[type=Ready]`.
    private Step some() {
      int close = text.indexOf(']', at);
      String inner = text.substring(at + 1, Math.max(at + 1, close));
      int sign = inner.indexOf('=');
      at = close + 1;
      if (close > 0 && sign > 0 && sign < inner.length() - 1) {
        return new Step.Matching(inner.substring(0, sign), inner.substring(sign + 1));
      }
      if (close > 0 && inner.matches("[0-9]{1,6}")) {
        return new Step.At(Integer.parseInt(inner));
      }
      throw new IllegalArgumentException(
          "path '" + text + "': in brackets stands nothing, a number or field=value");
    }

    private void expectDot() {
      if (text.charAt(at) != '.') {
        throw new IllegalArgumentException(
            "path '" + text + "' needs a dot, [] or {} after '" + text.substring(0, at) + "'");
      }
      at++;
    }

    private String plain() {
      int from = at;
      while (at < text.length() && ".[]{}\"() ".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      if (from == at) {
        throw new IllegalArgumentException(
            "path '" + text + "' has no name after '" + text.substring(0, from) + "'");
      }
      return text.substring(from, at);
    }

    private String quoted() {
      StringBuilder name = new StringBuilder();
      while (at < text.length() && text.charAt(at) != '"') {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        name.append(text.charAt(at++));
      }
      if (!text.startsWith("\"]", at)) {
        throw new IllegalArgumentException("path '" + text + "' has a [\" without \"]");
      }
      at += 2;
      return name.toString();
    }
  }
}
