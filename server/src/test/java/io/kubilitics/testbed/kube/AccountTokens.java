package io.kubilitics.testbed.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// Service accounts of the namespace `default` that may read everything, and tokens of theirs as
/// the API server makes them, but of any life: it makes none that lasts for less than ten minutes.
///
/// The API server looks at a token that it has accepted again after ten seconds at the latest.
public final class AccountTokens {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ISSUER = "https://kubernetes.default.svc";
  private static final String PATH = "/api/v1/namespaces/default/serviceaccounts/";

  /// An API server believes that clocks differ by so much.
  private static final Duration LENIENCE = Duration.ofMinutes(1);

  private static final Duration AGE = Duration.ofMinutes(10);

  private final KubeClient admin;
  private final Path signingKey;

  AccountTokens(KubeClient admin, Path signingKey) {
    this.admin = admin;
    this.signingKey = signingKey;
  }

  /// The name that the API server knows an account by.
  public static String user(String name) {
    return "system:serviceaccount:default:" + name;
  }

  /// Makes an account, or makes it anew: tokens of one that was removed are of no use to it.
  public void make(String name) throws IOException, InterruptedException {
    admin.apply(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: %s, namespace: default}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: account-%s}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %s}
        subjects: [{kind: ServiceAccount, name: %s, namespace: default}]
        """
            .formatted(name, name, KubeUser.READER.user(), name));
  }

  /// Removes an account, after which its tokens are not accepted any more.
  public void remove(String name) throws IOException, InterruptedException {
    admin.remove(PATH + name);
    admin.remove("/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/account-" + name);
  }

  /// A token of the account that is there now.
  ///
  /// @param life for how long the API server accepts it
  public String token(String name, Duration life) throws IOException, InterruptedException {
    String uid = admin.get(PATH + name).at("/metadata/uid").asText();
    Instant now = Instant.now();
    long made = now.minus(AGE).getEpochSecond();
    ObjectNode claims = JSON.createObjectNode();
    claims.put("iss", ISSUER).put("sub", user(name));
    claims.putArray("aud").add(ISSUER);
    claims.put("exp", now.plus(life).minus(LENIENCE).getEpochSecond());
    claims.put("iat", made).put("nbf", made);
    ObjectNode bound = claims.putObject("kubernetes.io").put("namespace", "default");
    bound.putObject("serviceaccount").put("name", name).put("uid", uid);
    String text = base64("{\"alg\":\"ES256\",\"typ\":\"JWT\"}") + "." + base64(claims.toString());
    return text + "." + signed(text);
  }

  /// Whether the API server accepts a token now.
  public boolean accepts(String token) throws IOException, InterruptedException {
    ObjectNode review = JSON.createObjectNode();
    review.put("apiVersion", "authentication.k8s.io/v1").put("kind", "TokenReview");
    review.putObject("spec").put("token", token);
    return admin
        .post("/apis/authentication.k8s.io/v1/tokenreviews", review.toString())
        .at("/status/authenticated")
        .asBoolean();
  }

  private String signed(String text) throws IOException {
    String pem = Files.readString(signingKey).replaceAll("-----[A-Z ]+-----", "");
    byte[] key = Base64.getMimeDecoder().decode(pem);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)));
      signature.update(text.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
