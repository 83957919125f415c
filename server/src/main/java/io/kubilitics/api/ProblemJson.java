package io.kubilitics.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.access.Refusal;
import io.kubilitics.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A failure as `application/problem+json` (RFC 9457), with a stable code beside the standard
/// members.
///
/// @param title the same for every problem of one code
/// @param detail one sentence about this one
/// @param where the parameter or part that is at fault; `""` for none
record ProblemJson(int status, String code, String title, String detail, String where) {
  static final String CONTENT_TYPE = "application/problem+json";

  private static final String NO_SUCH_THING = "There is no such thing";
  private static final JsonFactory JSON = new JsonFactory();

  static ProblemJson of(Problem problem) {
    String detail = problem.message();
    return switch (problem) {
      case Problem.BadInput(String where, String reason) ->
          new ProblemJson(400, "bad-input", "The request makes no sense", reason, where);
      case Problem.NotFound(_) -> new ProblemJson(404, "not-found", NO_SUCH_THING, detail, "");
      case Problem.Conflict(_, _) ->
          new ProblemJson(409, "conflict", "Something is in the way", detail, "");
      case Problem.NotOpen(_, _) ->
          new ProblemJson(409, "not-open", "The cluster is not open", detail, "");
      case Problem.Unreadable(_, _) ->
          new ProblemJson(503, "unreadable", "The source cannot be read", detail, "");
      case Problem.Forbidden(_, _) ->
          new ProblemJson(403, "forbidden", "That may not be read", detail, "");
      case Problem.TooLarge(_, _) ->
          new ProblemJson(413, "too-large", "That is too large", detail, "");
      case Problem.Busy(_, _) ->
          new ProblemJson(503, "busy", "The server has enough to do", detail, "");
    };
  }

  static ProblemJson of(Refusal refusal) {
    String title =
        switch (refusal.status()) {
          case 404 -> NO_SUCH_THING;
          case 405 -> "The path does not have that method";
          default -> "Refused at the door";
        };
    return new ProblemJson(refusal.status(), refusal.code(), title, refusal.detail(), "");
  }

  /// What the web server itself refused: a request that is no HTTP, is too large or came too
  /// slowly.
  static ProblemJson ofStatus(int status) {
    return switch (status) {
      case 404 -> new ProblemJson(404, "no-such-path", NO_SUCH_THING, "", "");
      case 408 -> new ProblemJson(408, "too-slow", "The request came too slowly", "", "");
      case 413, 414, 431 ->
          new ProblemJson(status, "too-large", "The request is too large", "", "");
      case 503 -> new ProblemJson(503, "stopping", "The server is stopping", "", "");
      default ->
          status < 500
              ? new ProblemJson(status, "malformed", "The request is no valid HTTP", "", "")
              : new ProblemJson(status, "bug", "The server failed; its log says why", "", "");
    };
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("type", "urn:kubilitics:problem:" + code);
      json.writeStringField("title", title);
      json.writeNumberField("status", status);
      json.writeStringField("detail", detail.isEmpty() ? title + "." : detail);
      json.writeStringField("code", code);
      if (!where.isEmpty()) {
        json.writeStringField("where", where);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }
}
