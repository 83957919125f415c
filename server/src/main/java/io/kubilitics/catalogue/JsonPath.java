package io.kubilitics.catalogue;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.FieldPath.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the JSONPaths that stand in the printer columns of definitions: names, `\.` for a dot in a
/// name, `['name']`, `[*]`, `[0]` and `[?(@.type=="Ready")]`. Anything else is a path we do not
/// follow, and its column is left out.
final class JsonPath {
  private static final int LONGEST = 1024;

  private static final Pattern NAME = Pattern.compile("\\G\\.?((?:[^.\\[\\]\\\\{}'\"*]|\\\\.)+)");
  private static final Pattern QUOTED = Pattern.compile("\\G\\[(?:'([^']+)'|\"([^\"]+)\")\\]");
  private static final Pattern ALL = Pattern.compile("\\G(?:\\[\\*\\]|\\[:\\])");
  private static final Pattern AT = Pattern.compile("\\G\\[([0-9]{1,6})\\]");
  private static final Pattern FILTER =
      Pattern.compile(
          "\\G\\[\\?\\(\\s*@\\.([A-Za-z0-9_-]+)\\s*==\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*\\)\\]");

  private JsonPath() {}

  /// The path that it is here; empty when it is not understood.
  static Optional<FieldPath> read(String jsonPath) {
    String text = jsonPath.strip();
    if (text.startsWith("{") && text.endsWith("}")) {
      text = text.substring(1, text.length() - 1).strip();
    }
    if (text.startsWith("$")) {
      text = text.substring(1);
    }
    List<Step> steps = text.length() > LONGEST ? List.of() : steps(text);
    return steps.isEmpty() ? Optional.empty() : Optional.of(FieldPath.of(steps));
  }

  /// None when it is not understood.
  private static List<Step> steps(String text) {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Matcher name = NAME.matcher(text);
      Matcher quoted = QUOTED.matcher(text);
      Matcher all = ALL.matcher(text);
      Matcher index = AT.matcher(text);
      Matcher filter = FILTER.matcher(text);
      if (filter.find(at)) {
        String value = filter.group(2) != null ? filter.group(2) : filter.group(3);
        steps.add(new Step.Matching(filter.group(1), value));
        at = filter.end();
      } else if (index.find(at)) {
        steps.add(new Step.At(Integer.parseInt(index.group(1))));
        at = index.end();
      } else if (all.find(at)) {
        steps.add(new Step.Elements());
        at = all.end();
      } else if (quoted.find(at)) {
        steps.add(new Step.Name(quoted.group(1) != null ? quoted.group(1) : quoted.group(2)));
        at = quoted.end();
      } else if (name.find(at)) {
        steps.add(new Step.Name(name.group(1).replaceAll("\\\\(.)", "$1")));
        at = name.end();
      } else {
        return List.of();
      }
    }
    return steps;
  }
}
