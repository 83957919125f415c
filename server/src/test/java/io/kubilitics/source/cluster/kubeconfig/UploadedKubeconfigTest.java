package io.kubilitics.source.cluster.kubeconfig;

import static io.kubilitics.source.cluster.kubeconfig.KubeconfigText.context;
import static io.kubilitics.source.cluster.kubeconfig.KubeconfigText.simple;
import static io.kubilitics.source.cluster.kubeconfig.KubeconfigText.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A kubeconfig that comes from somewhere else.
class UploadedKubeconfigTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tokenFile: /etc/passwd|names a file",
        "'client-certificate: a, client-key-data: b'|names a file",
        "exec: {apiVersion: client.authentication.k8s.io/v1, command: a}|names a program",
      })
  void whatWasUploadedMayHoldDataOnly(String fields, String reason) {
    Kubeconfig config = uploaded(user(fields));

    assertThatThrownBy(() -> config.access("x"))
        .hasMessageContaining(reason)
        .extracting(problem -> ((ProblemException) problem).problem())
        .isInstanceOf(Problem.Forbidden.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"proxy-url: 'http://10.0.0.1:3128'", "certificate-authority: /etc/ca.crt"})
  void aClusterThatWasUploadedMayHoldDataOnly(String field) {
    Kubeconfig config =
        uploaded(
            "clusters: [{name: c, cluster: {server: 'https://h', "
                + field
                + "}}]\n"
                + context("x", "c", ""));

    assertThatThrownBy(() -> config.access("x"))
        .extracting(problem -> ((ProblemException) problem).problem())
        .isInstanceOf(Problem.Forbidden.class);
  }

  @Test
  void whatWasUploadedIsUsedWhenItHoldsData() {
    ClusterAccess access = uploaded(simple("x", "https://h", "t")).access("x");

    assertThat(access.authorization()).isEqualTo(new Authorization.Bearer(new Hidden("t")));
  }

  @Test
  void whatWasUploadedAndIsNoKubeconfigIsSaid() {
    assertThatThrownBy(() -> uploaded("- a"))
        .hasMessage("upload:1: is no kubeconfig: it has no fields");
  }

  private static Kubeconfig uploaded(String text) {
    return Kubeconfig.uploaded("upload", text.getBytes(StandardCharsets.UTF_8));
  }
}
