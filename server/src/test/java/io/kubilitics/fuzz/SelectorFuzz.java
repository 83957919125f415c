package io.kubilitics.fuzz;

import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Labels;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Any text as a label selector: it is read or refused with a sentence, and what was read means the
/// same when it is written and read again.
public final class SelectorFuzz {
  private static final Labels LABELS = Labels.of(Map.of("app", "web", "tier", "", "a.b/c", "1"));

  private SelectorFuzz() {}

  /// Called by the fuzzer.
  public static void fuzzerTestOneInput(byte[] input) {
    LabelSelector selector;
    try {
      selector = LabelSelector.parse(new String(input, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      Promise.hasWords(e);
      return;
    }
    if (selector.isEverything()) {
      return; // written as *, which kubectl does not read
    }
    boolean matches = selector.matches(LABELS);
    LabelSelector again = LabelSelector.parse(selector.toString());
    Promise.holds(again.equals(selector), () -> "'" + selector + "' reads as '" + again + "'");
    Promise.holds(again.matches(LABELS) == matches, () -> "'" + selector + "' matches otherwise");
  }
}
