package io.kubilitics.testbed.kube;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/// The kubeconfigs of a cluster's users, written anew at each call into its folder. The one context
/// of each is called as the user is.
record Kubeconfigs(Path folder, URI server, ClusterKeys keys) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// With the token of now in it.
  Path withToken(KubeUser user) throws IOException {
    return write(user.user(), "token: " + keys.token(user));
  }

  /// With a file of which the token is read, as that of a service account in a Pod.
  Path withTokenFile(KubeUser user) throws IOException {
    deliverToken(user);
    String file = JSON.writeValueAsString(tokenFile(user).toString());
    return write(user.user() + "-file", "tokenFile: " + file);
  }

  /// Writes the token of now where [#withTokenFile] says.
  void deliverToken(KubeUser user) throws IOException {
    Files.writeString(tokenFile(user), keys.token(user));
  }

  private Path tokenFile(KubeUser user) {
    return folder.resolve(user.user() + ".token");
  }

  private Path write(String name, String credential) throws IOException {
    String authority = Base64.getEncoder().encodeToString(Files.readAllBytes(keys.certificate()));
    return Files.writeString(
        folder.resolve(name + ".kubeconfig"),
        """
        apiVersion: v1
        kind: Config
        clusters:
        - name: testbed
          cluster:
            server: %s
            certificate-authority-data: %s
        users:
        - name: %s
          user:
            %s
        contexts:
        - name: %s
          context: {cluster: testbed, user: %s}
        current-context: %s
        """
            .formatted(server, authority, name, credential, name, name, name));
  }
}
