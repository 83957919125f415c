package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.source.cluster.discovery.ServedKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightsTest {
  private static final ServedKind PODS = served("", "Pod", "pods");
  private static final ServedKind SECRETS = served("", "Secret", "secrets");
  private static final ServedKind DEPLOYMENTS = served("apps", "Deployment", "deployments");

  private static ServedKind served(String group, String kind, String plural) {
    return new ServedKind(
        new Kind(group, kind), "v1", plural, true, List.of(), List.of(), Set.of("list"));
  }

  private static Rights rights(String rules, boolean incomplete) {
    return Rights.read(
        """
        {"kind":"SelfSubjectRulesReview","spec":{},
         "status":{"resourceRules":[%s],"nonResourceRules":[],"incomplete":%s}}"""
            .formatted(rules, incomplete));
  }

  @Test
  void whatARuleAllowsIsAllowedAndTheRestForbidden() {
    Rights rights =
        rights(
            """
            {"verbs":["get","list"],"apiGroups":[""],"resources":["pods","pods/log"]},
            {"verbs":["*"],"apiGroups":["apps"],"resources":["*"]},
            {"verbs":["get"],"apiGroups":["*"],"resources":["*"]}""",
            false);

    assertThat(rights.allows(PODS)).isTrue();
    assertThat(rights.allows(DEPLOYMENTS)).isTrue();
    assertThat(rights.forbids(SECRETS)).isTrue();
  }

  @Test
  void aRuleForSingleNamesIsNoRightToList() {
    Rights rights =
        rights(
            """
            {"verbs":["list"],"apiGroups":[""],"resources":["pods"],"resourceNames":["a"]}""",
            false);

    assertThat(rights.allows(PODS)).isFalse();
  }

  @Test
  void anIncompleteAnswerForbidsNothing() {
    Rights rights = rights("", true);

    assertThat(rights.allows(PODS)).isFalse();
    assertThat(rights.forbids(PODS)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"status\":3}", "{\"status\":{\"resourceRules\":7}}", "<"})
  void anAnswerThatIsNoneForbidsNothing(String answer) {
    assertThat(Rights.read(answer)).isEqualTo(Rights.UNKNOWN);
    assertThat(Rights.UNKNOWN.forbids(PODS)).isFalse();
  }
}
