package io.kubilitics.testbed.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What users and service accounts other than the administrator have asked an API server for, in
/// its own words, each request once and as soon as its answer has begun; that of a list has ended
/// then.
public final class AuditLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int OK = 200;

  private final Path folder;

  /// One request.
  ///
  /// @param verb as in rights: `list`, `watch`, `get`, `create`
  /// @param resource `deployments.apps`, or `""` for what is no object
  /// @param status of the answer
  public record Request(String user, String verb, String resource, String uri, int status) {
    /// Whether it got all objects of a kind, as a list or as the beginning of a watch; not whether
    /// there are any. A server that starts sends many away for a moment, which costs it nothing.
    public boolean isList() {
      return status == OK && isForAll();
    }

    private boolean isForAll() {
      return (verb.equals("list") && !uri.contains("limit=1&") && !uri.endsWith("limit=1"))
          || (verb.equals("watch") && uri.contains("sendInitialEvents=true"));
    }
  }

  private AuditLog(Path folder) {
    this.folder = folder;
  }

  static AuditLog in(Path folder) throws IOException {
    AuditLog log = new AuditLog(folder);
    String users =
        Arrays.stream(KubeUser.values())
            .filter(user -> user != KubeUser.ADMIN)
            .map(KubeUser::user)
            .collect(Collectors.joining(", "));
    Files.writeString(
        log.policy(),
        """
        apiVersion: audit.k8s.io/v1
        kind: Policy
        omitStages: [RequestReceived, Panic]
        rules:
        - level: Metadata
          users: [%s]
        - level: Metadata
          userGroups: ["system:serviceaccounts"]
        - level: None
        """
            .formatted(users));
    return log;
  }

  Path policy() {
    return folder.resolve("audit-policy.yaml");
  }

  Path file() {
    return folder.resolve("log").resolve("audit.jsonl");
  }

  /// How many requests there were so far: the beginning for [#since].
  public int count() throws IOException {
    return events().size();
  }

  /// The requests of a user after the first so many of all.
  public List<Request> since(int count, KubeUser user) throws IOException {
    return since(count, user.user());
  }

  /// The same.
  ///
  /// @param user the name that the API server knows it by
  public List<Request> since(int count, String user) throws IOException {
    List<Request> requests = new ArrayList<>();
    List<JsonNode> events = events();
    for (JsonNode event : events.subList(count, events.size())) {
      String name = event.at("/user/username").asText();
      if (name.equals(user)) {
        String plural = event.at("/objectRef/resource").asText();
        String group = event.at("/objectRef/apiGroup").asText();
        requests.add(
            new Request(
                name,
                event.path("verb").asText(),
                group.isEmpty() ? plural : plural + "." + group,
                event.path("requestURI").asText(),
                event.at("/responseStatus/code").asInt()));
      }
    }
    return requests;
  }

  /// The first of each request. Whole lines only.
  private List<JsonNode> events() throws IOException {
    if (!Files.exists(file())) {
      return List.of();
    }
    String text = Files.readString(file(), UTF_8);
    Set<String> seen = new HashSet<>();
    List<JsonNode> events = new ArrayList<>();
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      JsonNode event = JSON.readTree(line);
      if (seen.add(event.path("auditID").asText())) {
        events.add(event);
      }
    }
    return events;
  }
}
