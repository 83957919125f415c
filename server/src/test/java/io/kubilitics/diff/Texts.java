package io.kubilitics.diff;

import io.kubilitics.model.Value;
import io.kubilitics.model.Value.Fields;
import io.kubilitics.model.Value.Items;
import io.kubilitics.model.Value.Nothing;
import io.kubilitics.model.Value.Numeral;
import io.kubilitics.model.Value.Text;
import io.kubilitics.model.Value.Truth;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values as short text.
final class Texts {
  private Texts() {}

  static String of(@Nullable Value value) {
    return switch (value) {
      case null -> "-";
      case Text(String text) -> text;
      case Numeral(String number) -> number;
      case Truth(boolean truth) -> Boolean.toString(truth);
      case Nothing() -> "null";
      case Items(var items) -> items.stream().map(Texts::of).toList().toString();
      case Fields(var fields) ->
          fields.entrySet().stream()
              .map(each -> each.getKey() + "=" + of(each.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}
