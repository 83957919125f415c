package io.kubilitics.model;

import io.kubilitics.model.LabelSelector.Operator;
import io.kubilitics.model.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// kubectl's selector syntax, read requirement by requirement.
final class SelectorText {
  private static final String WORD = "[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?";
  private static final String VALUE = "(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)?";
  private static final Pattern SET =
      Pattern.compile("\\s*(" + WORD + ")\\s+(in|notin)\\s*\\(([^()]*)\\)\\s*");
  private static final Pattern VALUES = Pattern.compile("\\s*" + VALUE + "\\s*");
  private static final Pattern EQUALITY =
      Pattern.compile("\\s*(" + WORD + ")\\s*(==|=|!=)\\s*(" + VALUE + ")\\s*");
  private static final Pattern PRESENCE = Pattern.compile("\\s*(!?)\\s*(" + WORD + ")\\s*");
  private static final int LONGEST = 4096;

  private SelectorText() {}

  static LabelSelector parse(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a label selector may have at most " + LONGEST + " characters");
    }
    if (text.isBlank()) {
      return LabelSelector.EVERYTHING;
    }
    List<Requirement> requirements = new ArrayList<>();
    for (String part : split(text)) {
      requirements.add(requirement(part, text));
    }
    return new LabelSelector(requirements);
  }

  private static Requirement requirement(String part, String whole) {
    Matcher set = SET.matcher(part);
    if (set.matches()) {
      List<String> values = List.of(set.group(3).split(",", -1));
      if (!values.stream().allMatch(value -> VALUES.matcher(value).matches())) {
        throw refused(part, whole);
      }
      values = values.stream().map(String::strip).toList();
      return new Requirement(
          set.group(1), set.group(2).equals("in") ? Operator.IN : Operator.NOT_IN, values);
    }
    Matcher equality = EQUALITY.matcher(part);
    if (equality.matches()) {
      return new Requirement(
          equality.group(1),
          equality.group(2).equals("!=") ? Operator.NOT_IN : Operator.IN,
          List.of(equality.group(3)));
    }
    Matcher presence = PRESENCE.matcher(part);
    if (presence.matches()) {
      return new Requirement(
          presence.group(2),
          presence.group(1).isEmpty() ? Operator.EXISTS : Operator.DOES_NOT_EXIST,
          List.of());
    }
    throw refused(part, whole);
  }

  private static IllegalArgumentException refused(String part, String whole) {
    return new IllegalArgumentException(
        "'"
            + part.strip()
            + "' in '"
            + whole
            + "' is no label requirement: write key=value,"
            + " key!=value, key in (a,b), key notin (a,b), key or !key");
  }

  /// Splits at the commas outside of brackets.
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(from, at));
        from = at + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }
}
