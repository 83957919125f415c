package io.kubilitics.access;

import java.util.SortedMap;
import java.util.TreeMap;

/// Why a request does not come in.
///
/// @param code stable, for programs
/// @param detail one sentence for the reader; never repeats what was sent
/// @param headers what the status asks for, such as `Allow`
public record Refusal(int status, String code, String detail, SortedMap<String, String> headers) {
  Refusal(int status, String code, String detail) {
    this(status, code, detail, new TreeMap<>());
  }

  Refusal with(String header, String value) {
    SortedMap<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Refusal(status, code, detail, more);
  }
}
