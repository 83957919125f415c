package io.kubilitics.catalogue.field;

import io.kubilitics.catalogue.field.FieldText.Part;
import io.kubilitics.model.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// What each word of a [FieldText] makes of an object; `""` where there is nothing.
final class FieldWords {
  private static final int SOME = 3;
  private static final Map<String, String> MODES =
      Map.of(
          "ReadWriteOnce", "RWO",
          "ReadOnlyMany", "ROX",
          "ReadWriteMany", "RWX",
          "ReadWriteOncePod", "RWOP");

  private FieldWords() {}

  static String read(Part.Value part, KeptField object) {
    return switch (part.word()) {
      case VALUES -> joined(part.path(), object);
      case SOME -> some(part.path(), object);
      case MODES -> modes(part.path(), object);
      case FIRST -> first(part.paths(), object);
      case AFTER -> {
        String value = joined(part.path(), object);
        yield value.isEmpty() ? "" : part.value() + value;
      }
      case COUNT -> counted(part, object);
      case SUM -> summed(part.path(), object);
      case KEYS -> String.join(",", object.keys(part.path()));
      case LABELS -> labels(part.path(), object);
      case SELECTOR -> selector(part.path(), object);
      case CONDITION -> StatusPhrases.condition(object, part.value());
    };
  }

  static String read(Part.Each each, KeptField object) {
    StringJoiner joined = new StringJoiner(",");
    object.walk(
        each.path(),
        field -> {
          String text = each.text().at(field);
          if (text != null) {
            joined.add(text);
          }
        });
    return joined.toString();
  }

  private static String joined(FieldPath path, KeptField object) {
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

  private static String some(FieldPath path, KeptField object) {
    StringJoiner joined = new StringJoiner(",");
    int[] count = new int[1];
    object.walk(
        path,
        field -> {
          if (field.scalar() != null && count[0]++ < SOME) {
            joined.add(field.scalar());
          }
        });
    return count[0] > SOME ? joined + " + " + (count[0] - SOME) + " more..." : joined.toString();
  }

  private static String modes(FieldPath path, KeptField object) {
    StringJoiner joined = new StringJoiner(",");
    object.walk(
        path,
        field -> {
          String mode = field.scalar();
          if (mode != null) {
            joined.add(MODES.getOrDefault(mode, mode));
          }
        });
    return joined.toString();
  }

  private static String first(List<FieldPath> paths, KeptField object) {
    for (FieldPath path : paths) {
      String value = joined(path, object);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private static String counted(Part.Value part, KeptField object) {
    int[] count = new int[1];
    for (FieldPath path : part.paths()) {
      object.walk(
          path,
          field -> {
            if (part.value().isEmpty() || part.value().equals(field.scalar())) {
              count[0]++;
            }
          });
    }
    return Integer.toString(count[0]);
  }

  private static String summed(FieldPath path, KeptField object) {
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

  private static String labels(FieldPath path, KeptField object) {
    StringJoiner joined = new StringJoiner(",");
    object.texts(path).forEach((key, value) -> joined.add(key + "=" + value));
    return joined.toString();
  }

  private static String selector(FieldPath path, KeptField object) {
    LabelSelector selector = object.labelSelector(path);
    return selector == null || selector.isEverything() ? "" : selector.toString();
  }
}
