package io.kubilitics.source.cluster.connection;

import org.jspecify.annotations.Nullable;

/// One request.
///
/// @param path below the server's own path, with the query: `/api/v1/pods?limit=500`
/// @param accept media types, the wanted one first
/// @param body JSON, or null
public record Ask(String method, String path, String accept, @Nullable String body) {
  public static final String JSON = "application/json";

  public static Ask get(String path) {
    return new Ask("GET", path, JSON, null);
  }

  public static Ask get(String path, String accept) {
    return new Ask("GET", path, accept, null);
  }

  public static Ask post(String path, String body) {
    return new Ask("POST", path, JSON, body);
  }
}
