package io.kubilitics.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/// The `Status` object with which an API server says no, word for word as Kubernetes does.
///
/// @param reason `Forbidden`, or `""`
record FakeStatus(int code, String reason, String message, Map<String, Object> details) {
  private static final JsonMapper JSON = new JsonMapper();

  FakeStatus {
    details = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  static FakeStatus of(int code, String reason, String message) {
    return new FakeStatus(code, reason, message, Map.of());
  }

  /// What Kubernetes says with a code when nothing more is known.
  static FakeStatus usual(int code) {
    return switch (code) {
      case 401 -> of(401, "Unauthorized", "Unauthorized");
      case 403 -> of(403, "Forbidden", "forbidden");
      case 404 -> of(404, "NotFound", "the server could not find the requested resource");
      case 405 ->
          of(
              405,
              "MethodNotAllowed",
              "the server does not allow this method on the requested resource");
      case 410 -> expired("The resourceVersion for the provided list is too old.");
      case 429 ->
          new FakeStatus(
              429,
              "TooManyRequests",
              "the server has received too many requests and has asked us to try again later",
              Map.of("retryAfterSeconds", 1));
      case 500 ->
          of(500, "InternalError", "Internal error occurred: etcdserver: request timed out");
      case 503 ->
          of(503, "ServiceUnavailable", "the server is currently unable to handle the request");
      case 504 ->
          of(504, "Timeout", "the server was unable to return a response in the time allotted");
      default -> of(code, "", "unknown");
    };
  }

  static FakeStatus expired(String message) {
    return of(410, "Expired", message);
  }

  static FakeStatus forbidden(
      String user, String verb, String resource, String group, String name, String namespace) {
    Map<String, Object> details = details(name, group, resource);
    String place =
        namespace.isEmpty() ? "at the cluster scope" : "in the namespace \"" + namespace + "\"";
    return new FakeStatus(
        403,
        "Forbidden",
        "%s%s is forbidden: User \"%s\" cannot %s resource \"%s\" in API group \"%s\" %s"
            .formatted(
                group.isEmpty() ? resource : resource + "." + group,
                name.isEmpty() ? "" : " \"" + name + "\"",
                user,
                verb,
                resource,
                group,
                place),
        details);
  }

  static FakeStatus notFound(String resource, String group, String name) {
    String full = group.isEmpty() ? resource : resource + "." + group;
    return new FakeStatus(
        404, "NotFound", full + " \"" + name + "\" not found", details(name, group, resource));
  }

  private static Map<String, Object> details(String name, String group, String resource) {
    Map<String, Object> details = new LinkedHashMap<>();
    if (!name.isEmpty()) {
      details.put("name", name);
    }
    if (!group.isEmpty()) {
      details.put("group", group);
    }
    details.put("kind", resource);
    return details;
  }

  String json() {
    return json(Map.of());
  }

  /// @param metadata of the status: a token to go on with
  String json(Map<String, Object> metadata) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("kind", "Status");
    status.put("apiVersion", "v1");
    status.put("metadata", metadata);
    status.put("status", "Failure");
    status.put("message", message);
    if (!reason.isEmpty()) {
      status.put("reason", reason);
    }
    if (!details.isEmpty()) {
      status.put("details", details);
    }
    status.put("code", code);
    try {
      return JSON.writeValueAsString(status);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
