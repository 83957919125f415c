package io.kubilitics.testbed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A request to the letter, for what no proper client would send.
public record RawRequest(String method, String target, List<String> headers, String body) {
  public RawRequest {
    headers = List.copyOf(headers);
  }

  public static RawRequest get(String target) {
    return new RawRequest("GET", target, List.of(), "");
  }

  public RawRequest method(String other) {
    return new RawRequest(other, target, headers, body);
  }

  public RawRequest target(String other) {
    return new RawRequest(method, other, headers, body);
  }

  public RawRequest with(String header) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    return new RawRequest(method, target, more, body);
  }

  /// Without the headers of this name.
  public RawRequest without(String name) {
    List<String> fewer = new ArrayList<>(headers);
    fewer.removeIf(header -> header.startsWith(name + ":"));
    return new RawRequest(method, target, fewer, body);
  }

  public RawRequest body(String other) {
    return new RawRequest(method, target, headers, other);
  }

  public byte[] bytes() {
    StringBuilder text = new StringBuilder();
    text.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    headers.forEach(header -> text.append(header).append("\r\n"));
    return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
