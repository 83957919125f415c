package io.kubilitics.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The few values of an object that tables and checks need (ready replicas, data keys, ports), kept
/// as text in one byte array. The names are a list shared by all objects of a kind.
public final class Features {
  public static final Features NONE = new Features(List.of(), new byte[0]);

  private final List<String> names;

  /// For each name: length + 1 as two bytes (0 = not set), then that many bytes of UTF-8.
  private final byte[] packed;

  private Features(List<String> names, byte[] packed) {
    this.names = names;
    this.packed = packed;
  }

  /// @param names the same list instance for all objects of a kind
  /// @param values one for each name, null where the object has none; longer than 65,534 bytes is
  ///   cut
  public static Features of(List<String> names, List<@Nullable String> values) {
    if (names.isEmpty()) {
      return NONE;
    }
    byte[][] texts = new byte[names.size()][];
    int size = 0;
    for (int at = 0; at < texts.length; at++) {
      String value = values.get(at);
      texts[at] = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
      size += 2 + (texts[at] == null ? 0 : Math.min(texts[at].length, 65_534));
    }
    byte[] packed = new byte[size];
    int at = 0;
    for (byte[] text : texts) {
      int length = text == null ? 0 : Math.min(text.length, 65_534);
      int marker = text == null ? 0 : length + 1;
      packed[at++] = (byte) (marker >> 8);
      packed[at++] = (byte) marker;
      if (text != null) {
        System.arraycopy(text, 0, packed, at, length);
        at += length;
      }
    }
    return new Features(names, packed);
  }

  /// The value, or null when the object has none of that name.
  public @Nullable String get(String name) {
    int at = 0;
    for (String candidate : names) {
      int marker = (packed[at] & 0xFF) << 8 | packed[at + 1] & 0xFF;
      at += 2;
      if (candidate.equals(name)) {
        return marker == 0 ? null : new String(packed, at, marker - 1, StandardCharsets.UTF_8);
      }
      at += Math.max(0, marker - 1);
    }
    return null;
  }

  public SortedMap<String, String> asMap() {
    SortedMap<String, String> map = new TreeMap<>();
    for (String name : names) {
      String value = get(name);
      if (value != null) {
        map.put(name, value);
      }
    }
    return map;
  }

  public static Features of(Map<String, String> values) {
    SortedMap<String, String> sorted = new TreeMap<>(values);
    return of(List.copyOf(sorted.keySet()), List.copyOf(sorted.values()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Features features
            && Arrays.equals(packed, features.packed)
            && names.equals(features.names);
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
