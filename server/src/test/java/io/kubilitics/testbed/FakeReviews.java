package io.kubilitics.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.io.Content;

/// Answers what the caller may do.
final class FakeReviews {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> VERBS = List.of("get", "list", "watch");

  private final FakeKinds kinds;
  private final FakeRights rights;

  FakeReviews(FakeKinds kinds, FakeRights rights) {
    this.kinds = kinds;
    this.rights = rights;
  }

  void rules(FakeExchange exchange) throws IOException {
    JsonNode review = body(exchange);
    String namespace = review.path("spec").path("namespace").asText("");
    if (namespace.isEmpty()) {
      throw new FakeRefusal(FakeStatus.of(400, "BadRequest", "no namespace on request"));
    }
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("resourceRules", rules(exchange.user(), namespace));
    status.put(
        "nonResourceRules",
        List.of(Map.of("verbs", List.of("get"), "nonResourceURLs", List.of("/version", "/api/*"))));
    status.put("incomplete", rights.incomplete());
    if (rights.incomplete()) {
      status.put("evaluationError", "webhook authorizer does not support user rule resolution");
    }
    answer(exchange, "SelfSubjectRulesReview", review, status);
  }

  private List<Object> rules(String user, String namespace) {
    if (rights.unlimited()) {
      return List.of(rule(List.of("*"), "*", "*"));
    }
    List<Object> rules = new ArrayList<>();
    for (FakeKind kind : kinds.all()) {
      List<String> verbs =
          VERBS.stream()
              .filter(verb -> rights.may(user, verb, kind.group(), kind.plural(), namespace))
              .toList();
      if (!verbs.isEmpty()) {
        rules.add(rule(verbs, kind.group(), kind.plural()));
      }
    }
    return rules;
  }

  private static Map<String, Object> rule(List<String> verbs, String group, String resource) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("verbs", verbs);
    rule.put("apiGroups", List.of(group));
    rule.put("resources", List.of(resource));
    return rule;
  }

  void access(FakeExchange exchange) throws IOException {
    JsonNode review = body(exchange);
    JsonNode asked = review.path("spec").path("resourceAttributes");
    boolean allowed =
        rights.may(
            exchange.user(),
            asked.path("verb").asText(""),
            asked.path("group").asText(""),
            asked.path("resource").asText(""),
            asked.path("namespace").asText(""));
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("allowed", allowed);
    answer(exchange, "SelfSubjectAccessReview", review, status);
  }

  private static JsonNode body(FakeExchange exchange) throws IOException {
    String text = Content.Source.asString(exchange.request(), StandardCharsets.UTF_8);
    JsonNode review = JSON.readTree(text);
    if (review == null || !review.isObject()) {
      throw new FakeRefusal(
          FakeStatus.of(400, "BadRequest", "the object provided is unrecognized"));
    }
    return review;
  }

  private static void answer(
      FakeExchange exchange, String kind, JsonNode review, Map<String, Object> status)
      throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", kind);
    answer.put("apiVersion", "authorization.k8s.io/v1");
    answer.put("metadata", Map.of());
    answer.put("spec", review.path("spec"));
    answer.put("status", status);
    exchange.send(201, "application/json", JSON.writeValueAsString(answer));
  }
}
