package io.kubilitics.testbed;

import static io.kubilitics.testbed.FakeObjects.json;
import static io.kubilitics.testbed.FakeObjects.pod;
import static io.kubilitics.testbed.FakeObjects.told;
import static io.kubilitics.testbed.FakeRights.ANY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeRightsTest {
  private FakeApiServer server;
  private FakeCaller alice;

  @BeforeEach
  void start() {
    server = FakeApiServer.start();
    server.token("alice-token", "alice");
    alice = FakeCaller.of(server.url(), "alice-token", FakeTrust.anonymousClient());
  }

  @AfterEach
  void stop() {
    alice.close();
    server.close();
  }

  @Test
  void whoIsNotKnownIsUnauthorized() throws Exception {
    try (FakeCaller nobody = FakeCaller.of(server.url(), null, FakeTrust.anonymousClient());
        FakeCaller stranger = FakeCaller.of(server.url(), "wrong", FakeTrust.anonymousClient())) {
      assertThat(nobody.get("/api/v1/pods").statusCode()).isEqualTo(401);
      HttpResponse<String> refused = stranger.get("/api/v1/pods");
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(json(refused.body()).path("message").asText()).isEqualTo("Unauthorized");
      server.features().anonymous(true);
      assertThat(nobody.get("/api/v1/pods").statusCode()).isEqualTo(200);
    }
    assertThat(alice.get("/api/v1/pods").statusCode()).isEqualTo(200);
    server.revoke("alice-token");
    assertThat(alice.get("/api/v1/pods").statusCode()).isEqualTo(401);
  }

  @Test
  void aClientCertificateSaysWhoItIs() throws Exception {
    try (FakeCaller carol = FakeCaller.of(server.url(), null, FakeTrust.knownClient())) {
      assertThat(carol.get("/api/v1/pods").statusCode()).isEqualTo(200);
    }
    assertThat(server.log().all()).last().extracting(FakeRequest::user).isEqualTo("carol");
  }

  @Test
  void theRefusalHasTheWordsOfKubernetes() throws Exception {
    server.rights().forbid("alice", ANY, ANY, ANY);

    JsonNode status = json(alice.get("/api/v1/pods").body());
    assertThat(status.path("kind").asText()).isEqualTo("Status");
    assertThat(status.path("code").asInt()).isEqualTo(403);
    assertThat(status.path("reason").asText()).isEqualTo("Forbidden");
    assertThat(status.path("message").asText())
        .isEqualTo(
            "pods is forbidden: User \"alice\" cannot list resource \"pods\" in API group \"\" at"
                + " the cluster scope");
    assertThat(
            json(alice.get("/apis/apps/v1/namespaces/shop/deployments/cart").body())
                .path("message")
                .asText())
        .isEqualTo(
            "deployments.apps \"cart\" is forbidden: User \"alice\" cannot get resource"
                + " \"deployments\" in API group \"apps\" in the namespace \"shop\"");
  }

  @Test
  void rightsInOneNamespaceAreNotRightsInTheCluster() throws Exception {
    server.rights().forbid("alice", ANY, ANY, ANY).allow("alice", "", "pods", "shop");

    assertThat(alice.get("/api/v1/pods").statusCode()).isEqualTo(403);
    assertThat(alice.get("/api/v1/namespaces/shop/pods").statusCode()).isEqualTo(200);
    assertThat(alice.get("/api/v1/namespaces/bank/pods").statusCode()).isEqualTo(403);
    try (FakeCaller admin = FakeCaller.admin(server)) {
      assertThat(admin.get("/api/v1/pods").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aRightThatIsTakenEndsTheWatchAndOneThatIsGivenLetsItBeginAgain() throws Exception {
    try (FakeCaller.Lines watch = alice.watch("/api/v1/pods?watch=1")) {
      server.put(pod("shop", "cart"));
      assertThat(told(watch.next())).isEqualTo("ADDED Pod cart");

      server.rights().forbid("alice", "", "pods", ANY);

      assertThat(watch.next()).isNull();
    }
    assertThat(alice.get("/api/v1/pods?watch=1").statusCode()).isEqualTo(403);
    server.rights().reset();
    assertThat(alice.get("/api/v1/pods").statusCode()).isEqualTo(200);
  }

  @Test
  void listingMayBeAllowedWhereWatchingIsNot() throws Exception {
    server.rights().forbidVerb("alice", "", "pods", ANY, "watch");

    assertThat(alice.get("/api/v1/pods").statusCode()).isEqualTo(200);
    assertThat(alice.get("/api/v1/pods?watch=1").statusCode()).isEqualTo(403);
  }

  @Test
  void aReviewTellsTheRules() throws Exception {
    assertThat(rules("shop").toString()).contains("\"resources\":[\"*\"]");

    server
        .rights()
        .forbid("alice", ANY, ANY, ANY)
        .allow("alice", "apps", "deployments", "shop")
        .incomplete(true);

    assertThat(rules("shop").path("resourceRules")).hasSize(1);
    assertThat(rules("shop").at("/resourceRules/0/resources/0").asText()).isEqualTo("deployments");
    assertThat(rules("shop").at("/resourceRules/0/apiGroups/0").asText()).isEqualTo("apps");
    assertThat(rules("shop").path("incomplete").asBoolean()).isTrue();
    assertThat(rules("bank").path("resourceRules")).isEmpty();
  }

  private JsonNode rules(String namespace) throws Exception {
    HttpResponse<String> answer =
        alice.post(
            "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews",
            """
            {"kind":"SelfSubjectRulesReview","apiVersion":"authorization.k8s.io/v1",
             "spec":{"namespace":"%s"}}\
            """
                .formatted(namespace));
    assertThat(answer.statusCode()).isEqualTo(201);
    return json(answer.body()).path("status");
  }

  @Test
  void aReviewAnswersOneQuestion() throws Exception {
    server.rights().forbid("alice", "", "secrets", ANY);

    assertThat(may("secrets")).isFalse();
    assertThat(may("pods")).isTrue();
  }

  private boolean may(String resource) throws Exception {
    HttpResponse<String> answer =
        alice.post(
            "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
            """
            {"spec":{"resourceAttributes":{"verb":"list","resource":"%s"}}}\
            """
                .formatted(resource));
    return json(answer.body()).at("/status/allowed").asBoolean();
  }

  @Test
  void aReviewThatIsNoneIsABadRequest() throws Exception {
    for (String body : new String[] {"", "7", "[]"}) {
      assertThat(
              alice
                  .post("/apis/authorization.k8s.io/v1/selfsubjectrulesreviews", body)
                  .statusCode())
          .isEqualTo(400);
    }
  }
}
