package io.kubilitics.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.TreeTokens;
import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.model.Body;
import io.kubilitics.model.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class BodyComparisonTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  @Test
  void aChangedFieldIsNamedWithBothValues() {
    assertThat(differences("spec: {replicas: 2}", "spec: {replicas: 3}", Scope.ALL))
        .containsExactly("spec.replicas: 2 -> 3");
  }

  @Test
  void elementsAreMatchedByWhatTellsThemApartAndNotByPlace() {
    assertThat(
            differences(
                "spec: {containers: [{name: a, image: x}, {name: b, image: y}]}",
                "spec: {containers: [{name: b, image: z}, {name: a, image: x}, {name: c}]}",
                Scope.ALL))
        .containsExactly(
            "spec.containers[name=b].image: y -> z", "spec.containers[name=c]: - -> {name=c}");
  }

  @Test
  void portsAreToldApartByNumberAndProtocol() {
    assertThat(
            differences(
                "spec: {ports: [{port: 53, protocol: UDP}, {port: 53}]}",
                "spec: {ports: [{port: 53, protocol: TCP, name: dns}, {port: 53, protocol: UDP}]}",
                Scope.ALL))
        .containsExactly("spec.ports[port=53,protocol=TCP].name: - -> dns");
  }

  @Test
  void listsOfTextAreComparedPlaceByPlace() {
    assertThat(differences("spec: {args: [a, b]}", "spec: {args: [a, c, d]}", Scope.LEFT))
        .containsExactly("spec.args[1]: b -> c", "spec.args[2]: - -> d");
  }

  @Test
  void elementsThatHaveTheSameKeyTwiceAreComparedPlaceByPlace() {
    assertThat(
            differences(
                "spec: {env: [{name: A, value: '1'}, {name: A, value: '2'}]}",
                "spec: {env: [{name: A, value: '1'}, {name: A, value: '3'}]}",
                Scope.ALL))
        .containsExactly("spec.env[1].value: 2 -> 3");
  }

  @Test
  void whereTheLeftSideSetsWhatIsComparedMoreOnTheRightIsNoDifference() {
    String left = "spec: {containers: [{name: a, image: x}]}";
    String right =
        "spec: {containers: [{name: a, image: x, tty: true}, {name: proxy}], nodeName: n}";

    assertThat(differences(left, right, Scope.LEFT)).isEmpty();
    assertThat(differences(right, left, Scope.RIGHT)).isEmpty();
    assertThat(differences(left, right, Scope.ALL)).hasSize(3);
    assertThat(differences(right, left, Scope.LEFT)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "spec: {dnsPolicy: ClusterFirst} # spec: {}",
        "spec: {containers: [{name: a, imagePullPolicy: Always}]} # spec: {containers: [{name:"
            + " a}]}",
        "spec: {strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 25%}}} # spec: {}",
        "spec: {x: {}, y: [], z: null} # spec: {}",
        "spec: {globalDefault: false} # spec: {}",
        "spec: {minReadySeconds: 0, paused: false} # spec: {}",
        "spec: {volumeMounts: [{mountPath: /a, readOnly: false}]} # spec: {volumeMounts: [{mountPath:"
            + " /a}]}",
        "metadata: {name: m, uid: a, generation: 3} # metadata: {name: m, uid: b, resourceVersion:"
            + " '4'}",
        "spec: {resources: {limits: {cpu: 1000m, memory: 1Gi}}} # spec: {resources: {limits: {cpu:"
            + " 1, memory: 1024Mi}}}",
        "spec: {containers: [{name: a, env: [{name: A, value: \"\"}]}]} # spec: {containers:"
            + " [{name: a, env: [{name: A}]}]}",
        "spec: {containers: [{name: a, env: [{name: PASSWORD, value: \"\"}]}]} # spec: {containers:"
            + " [{name: a, env: [{name: PASSWORD}]}]}",
        "subjects: [{kind: ServiceAccount, name: a, apiGroup: \"\"}] # subjects: [{kind:"
            + " ServiceAccount, name: a}]",
        "spec: {metrics: [{type: Pods, pods: {target: {averageValue: \"0.5\"}}}]} # spec: {metrics:"
            + " [{type: Pods, pods: {target: {averageValue: 500m}}}]}",
        "spec: {metrics: [{type: Object, object: {target: {value: 10000}}}]} # spec: {metrics:"
            + " [{type: Object, object: {target: {value: 10k}}}]}",
        "spec: {replicas: 1.0} # spec: {replicas: 1}",
        "spec: {b: 1, a: 2} # spec: {a: 2, b: 1}",
      })
  void whatTheServerFillsInOrSpellsOtherwiseIsNoDifference(String left, String right) {
    assertThat(differences(left, right, Scope.ALL)).isEmpty();
    assertThat(differences(right, left, Scope.ALL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "spec: {dnsPolicy: Default} # spec: {}",
        "spec: {port: 80} # spec: {port: '80'}",
        "spec: {memory: 1000m} # spec: {memory: 1}",
        "spec: {a: [x]} # spec: {a: {x: 1}}",
        "spec: {a: x} # spec: {a: null}",
        "data: {value: \"\"} # data: {}",
        "spec: {storageClassName: \"\"} # spec: {}",
        "spec: {env: [{name: A, value: \"\"}]} # spec: {env: [{name: A, value: b}]}",
        "spec: {hostNetwork: true} # spec: {}",
        "spec: {automountServiceAccountToken: false} # spec: {}",
        "status: {phase: Running} # status: {phase: Failed}",
      })
  void whatDiffersIsSaid(String left, String right) {
    assertThat(differences(left, right, Scope.ALL)).hasSize(1);
    assertThat(differences(right, left, Scope.ALL)).hasSize(1);
  }

  @Test
  void theStatusIsNotSetByManifests() {
    assertThat(differences("status: {phase: A}", "status: {phase: B}", Scope.LEFT)).isEmpty();
  }

  @Test
  void whatTheCatalogueIgnoresIsNoDifference() {
    assertThat(
            compare(
                body("kind: X\napiVersion: v1\nmetadata: {name: m}\nspec: {beat: 1, a: 1}"),
                body("kind: X\napiVersion: v1\nmetadata: {name: m}\nspec: {beat: 2, a: 2}"),
                List.of(FieldPath.parse("spec.beat")),
                Scope.ALL))
        .containsExactly("spec.a: 1 -> 2");
  }

  @Test
  void aSecretIsTheSameHoweverItIsWritten() {
    Body plain =
        body("kind: Secret\napiVersion: v1\nmetadata: {name: m}\nstringData: {a: hunter2}");
    Body encoded =
        body("kind: Secret\napiVersion: v1\nmetadata: {name: m}\ndata: {a: aHVudGVyMg==}");
    Body other = body("kind: Secret\napiVersion: v1\nmetadata: {name: m}\ndata: {a: aHVudGVyMw==}");

    assertThat(compare(plain, encoded, List.of(), Scope.ALL)).isEmpty();
    assertThat(compare(plain, other, List.of(), Scope.ALL)).hasSize(1);
  }

  @Test
  void aSecretWithoutATypeIsOpaque() {
    Body empty = body("kind: Secret\napiVersion: v1\nmetadata: {name: m}\ntype: ''");
    Body opaque = body("kind: Secret\napiVersion: v1\nmetadata: {name: m}\ntype: Opaque");
    Body tls = body("kind: Secret\napiVersion: v1\nmetadata: {name: m}\ntype: kubernetes.io/tls");

    assertThat(compare(empty, opaque, List.of(), Scope.LEFT)).isEmpty();
    assertThat(compare(opaque, empty, List.of(), Scope.ALL)).isEmpty();
    assertThat(compare(empty, tls, List.of(), Scope.ALL)).hasSize(1);
  }

  @Test
  void anAutoscalerIsTheSameInWhicheverVersionItIsWritten() {
    Body first = autoscaler("v1", "targetCPUUtilizationPercentage: 70");
    String metric =
        "metrics: [{type: Resource, resource: {name: cpu,"
            + " target: {type: Utilization, averageUtilization: %d}}}]";

    assertThat(compare(first, autoscaler("v2", metric.formatted(70)), List.of(), Scope.LEFT))
        .isEmpty();
    assertThat(compare(first, autoscaler("v2", metric.formatted(80)), List.of(), Scope.LEFT))
        .containsExactly(
            "spec.metrics[type=Resource].resource.target.averageUtilization: 70 -> 80");
    assertThat(compare(autoscaler("v2", metric.formatted(80)), first, List.of(), Scope.RIGHT))
        .hasSize(1);
  }

  private static Body autoscaler(String version, String target) {
    return body(
        "kind: HorizontalPodAutoscaler\napiVersion: autoscaling/"
            + version
            + "\nmetadata: {name: m}\nspec: {maxReplicas: 5, "
            + target
            + "}");
  }

  private static List<String> differences(String left, String right, Scope scope) {
    return compare(
        body(whole(left)),
        body(whole(right)),
        CATALOGUE.ignoredPaths(new Kind("example.com", "Thing")),
        scope);
  }

  private static String whole(String fields) {
    String metadata = fields.startsWith("metadata") ? "" : "metadata: {name: m}\n";
    return "kind: Thing\napiVersion: example.com/v1\n" + metadata + fields;
  }

  private static List<String> compare(Body left, Body right, List<FieldPath> ignored, Scope scope) {
    return new BodyComparison(ignored, scope)
        .compare(left, right).stream()
            .map(field ->
                field.path() + ": " + Texts.of(field.from()) + " -> " + Texts.of(field.to()))
            .toList();
  }

  private static Body body(String yaml) {
    List<Body> bodies = new ArrayList<>();
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    CATALOGUE.bodies().read(TreeTokens.of(tree), bodies::add);
    return bodies.getFirst();
  }
}
