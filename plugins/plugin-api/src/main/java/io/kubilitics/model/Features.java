package io.kubilitics.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The few values of an object that tables and checks need (ready replicas, data keys, ports), kept
/// as text in one byte array. The names are a list shared by all objects of a kind.
public final class Features {
  public static final Features NONE = new Features(List.of(), new byte[0]);

  private static final byte[] NOTHING = new byte[0];
  private static final int LONGEST = 65_534;

  private final List<String> names;

  /// For each name: length + 1 as two bytes (0 = not set), then that many bytes of UTF-8.
  private final byte[] packed;

  private Features(List<String> names, byte[] packed) {
    this.names = names;
    this.packed = packed;
  }

  /// Packs values under their names.
  ///
  /// @param names the same list instance for all objects of a kind
  /// @param values one for each name, null where the object has none; longer than 65,534 bytes is
  ///   cut
  public static Features of(List<String> names, List<@Nullable String> values) {
    if (names.isEmpty()) {
      return NONE;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream(names.size() * 8);
    for (String value : values) {
      byte[] text = value == null ? NOTHING : value.getBytes(StandardCharsets.UTF_8);
      int length = Math.min(text.length, LONGEST);
      int marker = value == null ? 0 : length + 1;
      packed.write(marker >> 8);
      packed.write(marker);
      packed.write(text, 0, length);
    }
    return new Features(names, packed.toByteArray());
  }

  /// The value, or null when the object has none of that name.
  public @Nullable String get(String name) {
    int at = 0;
    for (String candidate : names) {
      int marker = ((packed[at] & 0xFF) << 8) | (packed[at + 1] & 0xFF);
      at += 2;
      if (candidate.equals(name)) {
        return marker == 0 ? null : new String(packed, at, marker - 1, StandardCharsets.UTF_8);
      }
      at += Math.max(0, marker - 1);
    }
    return null;
  }

  /// All names there may be a value of.
  public List<String> names() {
    return names;
  }

  /// Whether a text stands in any value, found without making a text of one.
  ///
  /// @param lowerCase UTF-8; ASCII letters are found in either case
  public boolean holds(byte[] lowerCase) {
    if (lowerCase.length == 0) {
      return !names.isEmpty();
    }
    byte first = lowerCase[0];
    int capital = first >= 'a' && first <= 'z' ? first - ('a' - 'A') : first;
    int at = 0;
    for (int name = 0; name < names.size(); name++) {
      int length = Math.max(0, (((packed[at] & 0xFF) << 8) | (packed[at + 1] & 0xFF)) - 1);
      at += 2;
      for (int from = at; from <= at + length - lowerCase.length; from++) {
        byte octet = packed[from];
        if ((octet == first || octet == capital) && isAt(from, lowerCase)) {
          return true;
        }
      }
      at += length;
    }
    return false;
  }

  private boolean isAt(int from, byte[] lowerCase) {
    for (int at = 0; at < lowerCase.length; at++) {
      byte octet = packed[from + at];
      boolean isCapital = octet >= 'A' && octet <= 'Z';
      if ((isCapital ? octet + ('a' - 'A') : octet) != lowerCase[at]) {
        return false;
      }
    }
    return true;
  }

  public NavigableMap<String, String> asMap() {
    NavigableMap<String, String> map = new TreeMap<>();
    for (String name : names) {
      String value = get(name);
      if (value != null) {
        map.put(name, value);
      }
    }
    return map;
  }

  public static Features of(Map<String, String> values) {
    NavigableMap<String, String> sorted = new TreeMap<>(values);
    return of(List.copyOf(sorted.keySet()), List.copyOf(sorted.values()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Features features
            && Arrays.equals(packed, features.packed)
            && names.equals(features.names));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
