package io.kubilitics.testbed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Objects with a secret in every place where people leave secrets. Each place has a canary of its
/// own, so that one that is found somewhere says where it came from.
public final class Canary {
  /// How many places there are, numbered from 1.
  public static final int PLACES = 61;

  private Canary() {}

  /// The secret of a place. It has letters of both cases and digits, and no word of its own.
  public static String at(int place) {
    return "Kx7Canari%02dQw".formatted(place);
  }

  /// Everything of the canary of some place that can be found in a text: itself and its base64 at
  /// each of three offsets.
  public static List<Integer> foundIn(String text) {
    return IntStream.rangeClosed(1, PLACES)
        .filter(place -> traces(at(place)).stream().anyMatch(text::contains))
        .boxed()
        .toList();
  }

  private static List<String> traces(String canary) {
    List<String> traces = new ArrayList<>(List.of(canary));
    for (int offset = 0; offset < 3; offset++) {
      String encoded = encoded("-".repeat(offset) + canary);
      traces.add(encoded.substring(offset == 0 ? 0 : 4, encoded.length() - 4));
    }
    return traces;
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Everything in one multi-document text.
  public static String manifests() {
    return """
    apiVersion: v1
    data:
      password: %s
      .dockerconfigjson: %s
    kind: Secret
    metadata:
      name: db
      namespace: nest
      annotations:
        kubectl.kubernetes.io/last-applied-configuration: |
          {"apiVersion":"v1","kind":"Secret","metadata":{"name":"db"},"stringData":{"password":"{3}"}}
        objectset.rio.cattle.io/applied: {4}
        example.com/token: {5}
        example.com/hook: https://user:{6}@hooks.example.com/x
      managedFields:
      - manager: kubectl
        operation: Update
        time: "2026-11-20T10:00:00Z"
        fieldsType: FieldsV1
        fieldsV1: {"f:data": {"v:{7}": {}}}
    stringData:
      plain: {8}
      number: !!str {9}
    type: Opaque
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
      namespace: nest
    spec:
      replicas: 1
      selector: {matchLabels: {app: web}}
      template:
        metadata:
          labels: {app: web}
          annotations:
            vault.example.com/secret: {10}
        spec:
          initContainers:
          - name: migrate
            image: registry.example.com/migrate:1
            command: [sh, -c, "migrate --password {11} && PGPASSWORD={12} psql"]
          containers:
          - name: web
            image: registry.example.com/web:1
            args: ["--db=postgres://app:{13}@db.nest.svc:5432/shop", --api-token, {14}, "--client-secret={15}"]
            env:
            - name: DB_PASSWORD
              value: {16}
            - value: {17}
              name: STRIPE_API_KEY
            - name: DATABASE_URL
              value: postgres://app:{18}@db.nest.svc.cluster.local:5432/shop
            - name: SETTINGS
              value: '{"host":"db","password":"{19}"}'
            - name: HTTP_AUTH
              value: {20}
            livenessProbe:
              httpGet:
                path: /healthz
                port: 80
                httpHeaders:
                - name: Authorization
                  value: Bearer {21}
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: settings
      namespace: nest
    data:
      DB_PASSWORD: {22}
      application.properties: |
        spring.datasource.url=jdbc:mysql://db.nest.svc/shop
        spring.datasource.password={23}
      config.yaml: |
        smtp:
          host: mail
          password: "{24}"
      id_rsa: |
        -----BEGIN OPENSSH PRIVATE KEY-----
        {25}
        -----END OPENSSH PRIVATE KEY-----
      kubeconfig: |
        users:
        - name: admin
          user:
            client-key-data: {26}
            token: {27}
      settings.xml: <server><password>{28}</password></server>
      connection: Server=db;User=app;Password={29};Port=1
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      name: job
      namespace: nest
      labels: {app: web}
    spec:
      containers:
      - name: job
        image: busybox
        command: ["curl", "-H", "Authorization: Bearer {30}", "http://web.nest"]
    status:
      phase: Pending
      containerStatuses:
      - name: job
        ready: false
        restartCount: 3
        image: busybox
        imageID: ""
        state:
          waiting:
            reason: CrashLoopBackOff
            message: "cannot reach postgres://app:{31}@db.nest.svc:5432"
        lastState:
          terminated:
            exitCode: 1
            reason: Error
            message: "login failed: password={32}"
            startedAt: "2026-11-20T10:00:00Z"
            finishedAt: "2026-11-20T10:00:01Z"
    ---
    apiVersion: example.com/v1
    kind: Database
    metadata:
      name: main
      namespace: nest
    spec:
      password: {33}
      users:
      - {name: app, password: {34}}
      source: https://{35}@git.example.com/repo.git
      parameters:
      - name: adminToken
        value: {36}
    status:
      conditions:
      - type: Ready
        status: "False"
        reason: Failed
        message: "dial mongodb://root:{37}@mongo.nest.svc/admin"
        lastTransitionTime: "2026-11-20T10:00:00Z"
    ---
    apiVersion: v1
    kind: SecretList
    items:
    - metadata: {name: listed, namespace: nest}
      data: {password: %s}
    ---
    apiVersion: template.openshift.io/v1
    kind: Template
    metadata: {name: stack, namespace: nest}
    objects:
    - apiVersion: v1
      kind: Secret
      metadata: {name: inner}
      stringData: {plain: {39}}
    """
        .formatted(
            encoded(at(1)),
            encoded("{\"auths\":{\"r\":{\"password\":\"" + at(2) + "\"}}}"),
            encoded(at(38)))
        .transform(Canary::planted);
  }

  /// The bearer token with which a live cluster is read.
  public static String token() {
    return at(60);
  }

  /// What only a live cluster has, with the objects of [#manifests]: each a document of its own.
  public static List<Map<String, Object>> served() {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Object document :
        new Load(LoadSettings.builder().build())
            .loadAllFromString(manifests() + "---\n" + ofClusters())) {
      @SuppressWarnings("unchecked")
      Map<String, Object> object = (Map<String, Object>) document;
      String kind = String.valueOf(object.get("kind"));
      if (!kind.equals("SecretList") && !kind.equals("Template")) {
        objects.add(object);
      }
    }
    return objects;
  }

  /// Puts all of it into a server, and lets [#token] in.
  public static void serve(FakeApiServer server) {
    server.token(token(), "admin");
    server.addKind(FakeKind.custom("Database.example.com", "v1", "databases", true));
    server.addKind(
        FakeKind.custom(
            "ClusterSecretStore.external-secrets.io", "v1", "clustersecretstores", false));
    List<Map<String, Object>> objects = served();
    objects.stream().filter(Canary::isDefinition).forEach(server::put);
    objects.stream().filter(object -> !isDefinition(object)).forEach(server::put);
  }

  private static boolean isDefinition(Map<String, Object> object) {
    return "CustomResourceDefinition".equals(object.get("kind"));
  }

  /// A user whose credentials a plugin makes.
  public static String pluginUser() {
    return planted(
        """
        - name: plugin
          user:
            exec:
              apiVersion: client.authentication.k8s.io/v1
              command: no-such-plugin-of-mine
              interactiveMode: Never
              env: [{name: PLUGIN_PASSWORD, value: {61}}]
        """);
  }

  private static String ofClusters() {
    return """
    apiVersion: v1
    kind: Secret
    metadata: {name: tls, namespace: nest}
    type: kubernetes.io/tls
    data: {tls.crt: %s, tls.key: %s}
    ---
    apiVersion: v1
    kind: Event
    metadata: {name: web.1, namespace: nest, creationTimestamp: "2026-11-20T10:00:00Z"}
    involvedObject: {apiVersion: v1, kind: Pod, namespace: nest, name: job, uid: u}
    reason: Failed
    type: Warning
    count: 3
    message: "dial postgres://app:{45}@db.nest.svc/shop failed, password={46}"
    firstTimestamp: "2026-11-20T10:00:00Z"
    lastTimestamp: "2026-11-20T10:00:00Z"
    source: {component: kubelet}
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      name: told
      namespace: nest
      managedFields:
      - {manager: kubectl, operation: Update, fieldsType: FieldsV1, fieldsV1: {"f:x": {"v:{47}": {}}}}
    spec:
      containers:
      - name: told
        image: busybox
        readinessProbe:
          httpGet: {path: "/x?access_token={48}", port: 80, httpHeaders: [{name: Authorization, value: "Basic {49}"}]}
    status:
      phase: Failed
      reason: Evicted
      message: "the agent said: token={50}"
      conditions:
      - {type: Ready, status: "False", reason: Bad, message: "https://u:{51}@x.example.com refused"}
    ---
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: vaults.example.com}
    spec:
      group: example.com
      scope: Namespaced
      names: {kind: Vault, plural: vaults, singular: vault, listKind: VaultList}
      versions:
      - name: v1
        served: true
        storage: true
        schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
        additionalPrinterColumns:
        - {name: Password, type: string, jsonPath: .spec.password}
        - {name: Address, type: string, jsonPath: .spec.address}
    ---
    apiVersion: example.com/v1
    kind: Vault
    metadata: {name: v, namespace: nest}
    spec: {password: {52}, address: "amqp://app:{53}@mq.nest.svc", clientSecret: {54}}
    ---
    apiVersion: external-secrets.io/v1
    kind: ClusterSecretStore
    metadata: {name: store}
    spec:
      provider:
        vault:
          server: https://vault:{55}@vault.example.com
          auth: {token: {56}, appRole: {secretId: {57}}}
    ---
    apiVersion: v1
    kind: ServiceAccount
    metadata:
      name: robot
      namespace: nest
      annotations: {example.com/api-key: {58}}
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: in
      namespace: nest
      annotations: {nginx.ingress.kubernetes.io/auth-url: "https://u:{59}@auth.example.com"}
    spec: {rules: [{host: shop.example.com}]}
    """
        .formatted(encoded(at(43)), encoded(at(44)))
        .transform(Canary::planted);
  }

  /// Documents that cannot be read, each because of the secret itself.
  public static List<String> broken() {
    return List.of(
        planted("{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"stringData\": {\"a\": {40}}}"),
        planted("apiVersion: v1\nkind: Secret\nmetadata: {name: x}\nstringData:\n  a: *{41}\n"),
        planted(
            "apiVersion: v1\nkind: Secret\nmetadata: {name: y}\nstringData:\n  a: !{42}!x y\n"));
  }

  private static String planted(String text) {
    String planted = text;
    for (int place = 1; place <= PLACES; place++) {
      planted = planted.replace("{" + place + "}", at(place));
    }
    return planted;
  }
}
