package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Pods and pod templates say of other objects.
class PodFieldsTest {
  private static final String POD_SPEC =
      """
      spec:
        nodeName: worker-1
        serviceAccountName: me
        priorityClassName: high
        runtimeClassName: gvisor
        imagePullSecrets: [{name: registry}]
        initContainers:
          - {name: i, env: [{name: A, valueFrom: {configMapKeyRef: {name: init, key: k}}}]}
        containers:
          - name: c
            env:
              - {name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
              - {name: B, valueFrom: {secretKeyRef: {name: db, key: password, optional: true}}}
            envFrom:
              - {secretRef: {name: all}}
              - {configMapRef: {name: some, optional: true}}
        resourceClaims: [{name: g, resourceClaimName: gpu}, {name: t, resourceClaimTemplateName: tpu}]
        ephemeralContainers:
          - {name: e, envFrom: [{configMapRef: {name: debug}}]}
        volumes:
          - {name: v0, configMap: {name: files, optional: true}}
          - {name: v1, secret: {secretName: tls}}
          - name: v2
            projected:
              sources:
                - {configMap: {name: part}}
                - {secret: {name: other, optional: true}}
                - {serviceAccountToken: {path: token}}
          - {name: v3, persistentVolumeClaim: {claimName: data, readOnly: true}}
          - {name: v4, csi: {driver: d.example.com, nodePublishSecretRef: {name: publish}}}
          - {name: v5, rbd: {secretRef: {name: ceph}}}
          - {name: v6, azureFile: {secretName: azure, shareName: s}}
          - {name: v7, emptyDir: {}}
          - {name: v8, ephemeral: {volumeClaimTemplate: {}}}
      """;

  private static final List<String> IN_BOTH =
      List.of(
          "uses-config ConfigMap/shop/files optional @ %sspec.volumes[0].configMap=files",
          "uses-secret Secret/shop/tls required @ %sspec.volumes[1].secret=tls",
          "uses-config ConfigMap/shop/part required"
              + " @ %sspec.volumes[2].projected.sources[0].configMap=part",
          "uses-secret Secret/shop/other optional"
              + " @ %sspec.volumes[2].projected.sources[1].secret=other",
          "uses-config ConfigMap/shop/init required"
              + " @ %sspec.initContainers[0].env[0].valueFrom.configMapKeyRef=init#k",
          "uses-secret Secret/shop/db optional"
              + " @ %sspec.containers[0].env[1].valueFrom.secretKeyRef=db#password",
          "uses-config ConfigMap/shop/some optional"
              + " @ %sspec.containers[0].envFrom[1].configMapRef=some",
          "uses-config ConfigMap/shop/debug required"
              + " @ %sspec.ephemeralContainers[0].envFrom[0].configMapRef=debug",
          "uses-secret Secret/shop/all required"
              + " @ %sspec.containers[0].envFrom[0].secretRef=all",
          "uses-secret Secret/shop/publish required"
              + " @ %sspec.volumes[4].csi.nodePublishSecretRef=publish",
          "uses-secret Secret/shop/ceph required @ %sspec.volumes[5].rbd.secretRef=ceph",
          "uses-secret Secret/shop/azure required @ %sspec.volumes[6].azureFile=azure",
          "pulls-with Secret/shop/registry required @ %sspec.imagePullSecrets[0]=registry",
          "runs-as ServiceAccount/shop/me required @ %sspec.serviceAccountName=me",
          "mounts PersistentVolumeClaim/shop/data required"
              + " @ %sspec.volumes[3].persistentVolumeClaim=data (readOnly)",
          "driven-by CSIDriver.storage.k8s.io/d.example.com if_exists"
              + " @ %sspec.volumes[4].csi=d.example.com",
          "class-of StorageClass.storage.k8s.io in cluster %%default=true newest"
              + " @ %sspec.volumes[8].ephemeral.volumeClaimTemplate.spec.storageClassName=",
          "priority-of PriorityClass.scheduling.k8s.io/high required"
              + " @ %sspec.priorityClassName=high",
          "claims-device ResourceClaim.resource.k8s.io/shop/gpu required"
              + " @ %sspec.resourceClaims[0].resourceClaimName=gpu",
          "claims-device ResourceClaimTemplate.resource.k8s.io/shop/tpu required"
              + " @ %sspec.resourceClaims[1].resourceClaimTemplateName=tpu",
          "runtime-of RuntimeClass.node.k8s.io/gvisor required @ %sspec.runtimeClassName=gvisor");

  private static List<String> inBoth(String prefix) {
    return IN_BOTH.stream().map(fact -> fact.formatted(prefix)).toList();
  }

  private static Extracted pod(String spec) {
    return Extracted.yaml(
        "apiVersion: v1\nkind: Pod\nmetadata: {name: cart-1, namespace: shop}\n" + spec);
  }

  @Test
  void aPodNamesWhatItNeeds() {
    assertThat(pod(POD_SPEC).facts())
        .containsAll(inBoth(""))
        .contains(
            "runs-on Node/worker-1 required @ spec.nodeName=worker-1",
            "mounts PersistentVolumeClaim/shop/cart-1-v8 produces"
                + " @ spec.volumes[8].ephemeral=cart-1-v8")
        .hasSize(IN_BOTH.size() + 2);
  }

  @ParameterizedTest
  @CsvSource({
    "apps/v1, Deployment, spec.template",
    "apps/v1, ReplicaSet, spec.template",
    "apps/v1, StatefulSet, spec.template",
    "apps/v1, DaemonSet, spec.template",
    "batch/v1, Job, spec.template",
    "batch/v1, CronJob, spec.jobTemplate.spec.template",
    "v1, ReplicationController, spec.template",
    "v1, PodTemplate, template"
  })
  void aPodTemplateNamesTheSame(String apiVersion, String kind, String template) {
    StringBuilder yaml = new StringBuilder("apiVersion: " + apiVersion + "\nkind: " + kind);
    yaml.append("\nmetadata: {name: cart, namespace: shop}\n");
    String indent = "";
    for (String step : template.split("\\.", -1)) {
      yaml.append(indent).append(step).append(":\n");
      indent += "  ";
    }
    yaml.append(POD_SPEC.indent(indent.length()));

    assertThat(Extracted.yaml(yaml.toString()).facts())
        .filteredOn(fact -> !fact.startsWith("offers "))
        .containsExactlyInAnyOrderElementsOf(inBoth(template + "."));
  }

  @Test
  void aPodThatNamesNoAccountRunsAsTheDefaultOne() {
    assertThat(pod("spec: {containers: []}").facts())
        .containsExactly(
            "runs-as ServiceAccount/shop/default if_exists @ spec.serviceAccountName=default");
  }

  @Test
  void aPodWithoutSpecSaysNothing() {
    assertThat(pod("").facts()).isEmpty();
  }

  @Test
  void emptyNamesNameNothing() {
    assertThat(
            pod("""
            spec:
              nodeName: ""
              serviceAccountName: ""
              imagePullSecrets: [{}, {name: ""}]
              volumes: [{name: a, secret: {}}, {name: b, configMap: {name: ""}}]
            """)
                .facts())
        .isEmpty();
  }

  @Test
  void textThatLooksLikeAServiceMayBeACall() {
    assertThat(
            pod("""
            spec:
              serviceAccountName: me
              containers:
                - env:
                    - {name: A, value: cart}
                    - {name: B, value: "http://user:pw@pay.shop2:8080/path"}
                    - {name: C, value: "db.data.svc.cluster.local:5432,kafka-0.kafka.bus.svc"}
                    - {name: D, value: "true"}
                    - {name: E, value: "8080"}
                    - {name: F, value: "some words"}
                    - {name: G, value: "Bearer abcDEF123"}
                    - {name: H, value: "www.example.com"}
                  args: ["--url=queue:9092", --verbose]
            """)
                .facts("calls"))
        .containsExactly(
            "calls Service/shop/cart if_exists inferred @ spec.containers[0].env[0].value=cart",
            "calls Service/shop2/pay if_exists inferred @"
                + " spec.containers[0].env[1].value=pay.shop2",
            "calls Service/data/db if_exists inferred"
                + " @ spec.containers[0].env[2].value=db.data.svc.cluster.local",
            "calls Service/bus/kafka if_exists inferred"
                + " @ spec.containers[0].env[2].value=kafka-0.kafka.bus.svc",
            "calls Service/shop/queue if_exists inferred @ spec.containers[0].args[0]=queue");
  }

  @Test
  void aConfigMapMayCallToo() {
    assertThat(
            Extracted.yaml(
                    """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: conf, namespace: shop}
                    data:
                      app.properties: |
                        url=http://pay/v1
                        cache=redis.data:6379
                    """)
                .facts())
        .containsExactly(
            "calls Service/shop/pay if_exists inferred @ data[\"app.properties\"]=pay",
            "calls Service/data/redis if_exists inferred @ data[\"app.properties\"]=redis.data");
  }

  @Test
  void anyContainerMayCall() {
    assertThat(
            pod("""
            spec:
              initContainers: [{env: [{name: A, value: first}]}]
              ephemeralContainers: [{env: [{name: A, value: last}]}]
            """)
                .facts("calls"))
        .containsExactly(
            "calls Service/shop/first if_exists inferred @"
                + " spec.initContainers[0].env[0].value=first",
            "calls Service/shop/last if_exists inferred @"
                + " spec.ephemeralContainers[0].env[0].value=last");
  }

  @Test
  void theOldNameOfTheServiceAccountCountsWhereTheNewOneIsNotSet() {
    assertThat(pod("spec: {serviceAccount: old}").facts("runs-as"))
        .containsExactly("runs-as ServiceAccount/shop/old required @ spec.serviceAccount=old");
    assertThat(pod("spec: {serviceAccount: old, serviceAccountName: new}").facts("runs-as"))
        .containsExactly("runs-as ServiceAccount/shop/new required @ spec.serviceAccountName=new");
    assertThat(pod("spec: {}").facts("runs-as"))
        .containsExactly(
            "runs-as ServiceAccount/shop/default if_exists @ spec.serviceAccountName=default");
  }

  @Test
  void nothingIsKeptOfWhatMayBeACredential() {
    Extracted extracted =
        Extracted.yaml(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: a, namespace: shop}
            spec:
              containers:
                - name: c
                  env:
                    - {name: DB_PASSWORD, value: canary1}
                    - {name: db.passwd, value: canary2}
                    - {name: MYSQL_PWD, value: canary3}
                    - {name: ClientSecret, value: canary4.x}
                    - {name: API_KEY, value: canary5}
                    - {name: apiKey, value: canary6}
                    - {value: canary7, name: GITHUB_TOKEN}
                    - {name: PRIVATE_KEY, value: canary8}
                    - {name: BASIC_AUTH, value: canary9}
                    - {name: DB_PASS, value: canary10}
                    - {name: DSN, value: "redis://me:canary.11!canary.12@cache:6379/0"}
                    - {name: OPTIONS, value: "host=db.data password=ab!canary.13"}
                  command: [run, --password, canary14]
                  args: ["-p", canary15, --token=canary.16, --db-secret, canary17, queue]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: conf, namespace: shop}
            data:
              password: canary18
              credentials: canary19
              app.properties: |
                url=http://pay/v1
                password = canary.20
                "token": "canary.21"
                proxy_pass http://web.shop2:80;
            """);

    assertThat(extracted.resources.toString()).doesNotContain("canary");
    assertThat(extracted.resources.getFirst().facts().stream().map(Extracted::text))
        .filteredOn(fact -> fact.startsWith("calls "))
        .containsExactly(
            "calls Service/shop/cache if_exists inferred @ spec.containers[0].env[10].value=cache",
            "calls Service/data/db if_exists inferred @ spec.containers[0].env[11].value=db.data",
            "calls Service/shop/run if_exists inferred @ spec.containers[0].command[0]=run",
            "calls Service/shop/queue if_exists inferred @ spec.containers[0].args[5]=queue");
    assertThat(extracted.resources.getLast().facts().stream().map(Extracted::text))
        .containsExactly(
            "calls Service/shop/pay if_exists inferred @ data[\"app.properties\"]=pay",
            "calls Service/shop2/web if_exists inferred @ data[\"app.properties\"]=web.shop2");
  }

  @Test
  void oneObjectMayNameOnlySoManyServices() {
    StringBuilder data = new StringBuilder();
    for (int at = 0; at < 1_000; at++) {
      data.append("http://s").append(at).append("/ ");
    }

    assertThat(
            Extracted.tree(
                    java.util.Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "ConfigMap",
                        "metadata",
                        java.util.Map.of("name", "a"),
                        "data",
                        java.util.Map.of("urls", data.toString())))
                .facts())
        .hasSize(64);
  }

  @Test
  void siblingsShareTheirFactsAndLabels() {
    String pods =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: %s, namespace: shop, labels: {app: cart}}\n"
            + POD_SPEC.replace(
                "          - {name: v8, ephemeral: {volumeClaimTemplate: {}}}\n", "");
    Extracted extracted =
        Extracted.yaml(pods.formatted("cart-1") + "\n---\n" + pods.formatted("cart-2"));
    Resource one = extracted.resources.get(0);
    Resource two = extracted.resources.get(1);

    assertThat(one.labels()).isSameAs(two.labels());
    List<Fact> facts = one.facts().stream().filter(fact -> !text(fact).contains("cart-")).toList();
    assertThat(facts).hasSizeGreaterThan(15);
    for (int at = 0; at < facts.size(); at++) {
      assertThat(two.facts())
          .usingElementComparator((a, b) -> a == b ? 0 : 1)
          .contains(facts.get(at));
    }
  }

  private static String text(Fact fact) {
    return Extracted.text(fact);
  }

  @Test
  void namesThatAreTooManyAreCounted() {
    StringBuilder hosts = new StringBuilder();
    for (int at = 0; at < 70; at++) {
      hosts.append("http://s").append(at).append(".data/ ");
    }
    Resource config =
        Extracted.yaml(
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}, data: {a:"
                    + " \""
                    + hosts
                    + "\", b: \"x.y z.y\"}}")
            .only();

    assertThat(config.facts()).hasSize(64);
    assertThat(config.features().get("namesLeftOut")).isEqualTo("8");
    assertThat(
            Extracted.yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: b}}")
                .only()
                .features()
                .get("namesLeftOut"))
        .isNull();
  }
}
