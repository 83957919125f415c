package io.kubilitics.fuzz;

import io.kubilitics.model.ResourceId;
import java.nio.charset.StandardCharsets;

/// Any text as an id: it is read or refused with a sentence, and what was read is the same when it
/// is written and read again.
public final class IdFuzz {
  private IdFuzz() {}

  /// Called by the fuzzer.
  public static void fuzzerTestOneInput(byte[] input) {
    ResourceId id;
    try {
      id = ResourceId.parse(new String(input, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      Promise.hasWords(e);
      return;
    }
    String text = id.toString();
    Promise.holds(
        ResourceId.parse(text).equals(id), () -> "'" + text + "' is another id when read again");
    Promise.holds(
        text.chars().noneMatch(Character::isWhitespace), () -> "'" + text + "' has a blank");
  }
}
