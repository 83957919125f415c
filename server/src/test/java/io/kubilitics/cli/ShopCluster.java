package io.kubilitics.cli;

import io.kubilitics.testbed.FakeApiServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The [Shop] in a cluster that the context `test` of a kubeconfig reaches. Whoever opens it closes
/// it.
///
/// @param kubeconfig the file
record ShopCluster(FakeApiServer server, Path kubeconfig) implements AutoCloseable {
  /// @param folder for its kubeconfig
  static ShopCluster in(Path folder) {
    FakeApiServer server = FakeApiServer.start();
    put(server);
    return new ShopCluster(server, server.kubeconfig(folder.resolve("config")));
  }

  /// The shop as an API server has it: with what it fills in.
  static void put(FakeApiServer server) {
    for (String namespace : List.of("shop", "tools")) {
      server.put(
          Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", namespace)));
    }
    server.put(
        """
        {"apiVersion":"apps/v1","kind":"Deployment",
         "metadata":{"name":"cart","namespace":"shop","labels":{"app":"cart","tier":"front"}},
         "spec":{"replicas":1,"revisionHistoryLimit":10,"progressDeadlineSeconds":600,
          "selector":{"matchLabels":{"app":"cart"}},
          "strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":"25%","maxUnavailable":"25%"}},
          "template":{"metadata":{"labels":{"app":"cart"}},"spec":{
           "serviceAccountName":"cart","serviceAccount":"cart","restartPolicy":"Always",
           "dnsPolicy":"ClusterFirst","schedulerName":"default-scheduler","securityContext":{},
           "terminationGracePeriodSeconds":30,
           "containers":[{"name":"main","image":"cart:1.4","imagePullPolicy":"IfNotPresent",
            "resources":{},"terminationMessagePath":"/dev/termination-log",
            "terminationMessagePolicy":"File",
            "envFrom":[{"configMapRef":{"name":"cart-config"}},
             {"configMapRef":{"name":"tuning","optional":true}}],
            "env":[{"name":"PASSWORD",
             "valueFrom":{"secretKeyRef":{"name":"db-password","key":"password"}}}]}]}}}}
        """);
    server.put(
        """
        {"apiVersion":"v1","kind":"Service",
         "metadata":{"name":"cart","namespace":"shop","labels":{"app":"cart"}},
         "spec":{"type":"ClusterIP","clusterIP":"10.0.0.7","clusterIPs":["10.0.0.7"],
          "ipFamilies":["IPv4"],"ipFamilyPolicy":"SingleStack","sessionAffinity":"None",
          "internalTrafficPolicy":"Cluster","selector":{"app":"cart"},
          "ports":[{"port":80,"targetPort":80,"protocol":"TCP"}]}}
        """);
    server.put(
        """
        {"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"cart","namespace":"shop"}}
        """);
    server.put(
        """
        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cart-config","namespace":"shop"},
         "data":{"mode":"fast"}}
        """);
    server.put(
        """
        {"apiVersion":"v1","kind":"Pod",
         "metadata":{"name":"probe","namespace":"tools","labels":{"app":"probe"}},
         "spec":{"containers":[{"name":"main","image":"probe:2"}]}}
        """);
  }

  /// As from a script, with its kubeconfig as the only one.
  Run run(String... args) {
    return Run.inEnvironment(Map.of("KUBECONFIG", kubeconfig.toString()), args);
  }

  /// As somebody sees it who sits at a terminal.
  Run atTerminal(String... args) {
    return Run.atTerminal(Map.of("KUBECONFIG", kubeconfig.toString(), "NO_COLOR", "1"), args);
  }

  @Override
  public void close() {
    server.close();
  }
}
