package io.kubilitics.api;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The query of a request, read strictly: a name nobody knows, a broken encoding and a value that
/// makes no sense are told to the caller, with the parameter, instead of being passed over.
final class QueryText {
  private final SortedMap<String, List<String>> values;

  /// Where a parameter stands, for the reader.
  private final UnaryOperator<String> places;

  private QueryText(SortedMap<String, List<String>> values) {
    this(values, name -> "query parameter '" + name + "'");
  }

  private QueryText(SortedMap<String, List<String>> values, UnaryOperator<String> places) {
    this.values = values;
    this.places = places;
  }

  /// The same words from another place than a query string.
  ///
  /// @param places what the reader knows a parameter as
  static QueryText of(SortedMap<String, List<String>> values, UnaryOperator<String> places) {
    return new QueryText(new TreeMap<>(values), places);
  }

  /// Reads a query string.
  ///
  /// @throws ProblemException when it is broken or holds other names than these
  static QueryText parse(@Nullable String text, SortedSet<String> known) {
    SortedMap<String, List<String>> values = new TreeMap<>();
    if (text == null || text.isEmpty()) {
      return new QueryText(values);
    }
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      if (!known.contains(name)) {
        throw bad(name, "this route has " + (known.isEmpty() ? "no parameters" : "only " + known));
      }
      values
          .computeIfAbsent(name, _ -> new ArrayList<>())
          .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
    }
    return new QueryText(values);
  }

  /// Every value of a parameter, read one by one, in the order in which they were sent.
  <T> List<T> all(String name, Function<String, T> reader) {
    return values.getOrDefault(name, List.of()).stream()
        .map(value -> read(name, value, reader))
        .toList();
  }

  /// The value of a parameter that may be given once.
  <T> Optional<T> one(String name, Function<String, T> reader) {
    List<String> given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw badAt(name, "is given " + given.size() + " times");
    }
    return given.stream().findFirst().map(value -> read(name, value, reader));
  }

  int number(String name, int lowest, int highest, int otherwise) {
    return one(name, value -> number(value, lowest, highest)).orElse(otherwise);
  }

  /// A switch, as in `?verbose` or `?verbose=true`.
  boolean flag(String name) {
    return one(
            name,
            value ->
                choice(
                    value.isEmpty() ? "true" : value,
                    List.of("true", "false"),
                    Function.identity()))
        .map("true"::equals)
        .orElse(false);
  }

  /// The element whose text this is.
  static <T> T choice(String value, List<T> choices, Function<T, String> text) {
    return choices.stream()
        .filter(choice -> text.apply(choice).equals(value))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'" + value + "' is none of " + choices.stream().map(text).toList()));
  }

  /// The same text for every order of the same parameters.
  String canonical() {
    SortedMap<String, List<String>> sorted = new TreeMap<>();
    values.forEach((name, given) -> sorted.put(name, given.stream().sorted().toList()));
    return sorted.toString();
  }

  /// The same without some parameters.
  String canonical(String... less) {
    SortedMap<String, List<String>> kept = new TreeMap<>(values);
    kept.keySet().removeAll(List.of(less));
    return new QueryText(kept).canonical();
  }

  private <T> T read(String name, String value, Function<String, T> reader) {
    try {
      return reader.apply(value);
    } catch (IllegalArgumentException e) {
      throw badAt(name, String.valueOf(e.getMessage()));
    }
  }

  private static int number(String value, int lowest, int highest) {
    boolean digits = value.matches("[0-9]{1,9}");
    int number = digits ? Integer.parseInt(value) : -1;
    if (number < lowest || number > highest) {
      throw new IllegalArgumentException(
          "'" + value + "' is no number from " + lowest + " to " + highest);
    }
    return number;
  }

  private static String decode(String part) {
    byte[] octets = new byte[part.length() * 3];
    int length = 0;
    for (int at = 0; at < part.length(); at++) {
      char c = part.charAt(at);
      if (c == '%') {
        octets[length++] = octet(part, at);
        at += 2;
      } else if (c == '+') {
        octets[length++] = ' ';
      } else if (c > ' ' && c < 0x7F) {
        octets[length++] = (byte) c;
      } else {
        throw bad("", "the query holds a character that must be percent-encoded");
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Arrays.copyOf(octets, length)))
          .toString();
    } catch (CharacterCodingException e) {
      throw bad("", "the query is not encoded in UTF-8");
    }
  }

  private static byte octet(String part, int at) {
    int high = at + 2 < part.length() ? Character.digit(part.charAt(at + 1), 16) : -1;
    int low = at + 2 < part.length() ? Character.digit(part.charAt(at + 2), 16) : -1;
    if (high < 0 || low < 0) {
      throw bad("", "the query has a % that starts no %XX");
    }
    return (byte) ((high << 4) | low);
  }

  private ProblemException badAt(String name, String reason) {
    return new ProblemException(new Problem.BadInput(places.apply(name), reason));
  }

  private static ProblemException bad(String name, String reason) {
    String where = name.isEmpty() ? "query" : "query parameter '" + name + "'";
    return new ProblemException(new Problem.BadInput(where, reason));
  }
}
