package io.kubilitics.layout.block;

import static io.kubilitics.model.RelationType.Category.CONFIGURATION;
import static io.kubilitics.model.RelationType.Category.EXTENSION;
import static io.kubilitics.model.RelationType.Category.IDENTITY;
import static io.kubilitics.model.RelationType.Category.POLICY;
import static io.kubilitics.model.RelationType.Category.SCALING;
import static io.kubilitics.model.RelationType.Category.STORAGE;
import static io.kubilitics.model.RelationType.Category.TRAFFIC;

import java.util.LinkedHashMap;
import java.util.Map;

/// Blocks as they are met in clusters.
final class Sketches {
  private Sketches() {}

  static Map<String, Sketch> all() {
    Map<String, Sketch> all = new LinkedHashMap<>();
    all.put("web", web());
    all.put("storefront", storefront());
    all.put("postgres", postgres());
    all.put("search", search());
    all.put("chain", chain());
    all.put("fan", fan(30));
    all.put("fan-13", fan(13));
    all.put("guarded", guarded());
    all.put("binding", binding());
    all.put("parts", parts());
    all.put("calls", calls());
    all.put("shared", shared());
    all.put("many", many());
    all.put("gateway", gateway());
    return all;
  }

  static Sketch web() {
    Sketch sketch = new Sketch();
    app(sketch, "web", 2);
    return sketch
        .line("PDB/web", "Deployment/web", POLICY)
        .line("Deployment/web", "ServiceAccount/web", IDENTITY)
        .line("Deployment/web", "ConfigMap/web-config", CONFIGURATION)
        .line("Deployment/web", "ConfigMap/web-nginx", CONFIGURATION)
        .line("Deployment/web", "Secret/web", CONFIGURATION);
  }

  private static void app(Sketch sketch, String name, int rows) {
    sketch
        .workload("Deployment/" + name, rows)
        .line("HPA/" + name, "Deployment/" + name, SCALING)
        .line("Service/" + name, "Deployment/" + name, TRAFFIC);
  }

  static Sketch storefront() {
    Sketch sketch = new Sketch();
    app(sketch, "web", 2);
    app(sketch, "cart", 2);
    return sketch
        .workload("Deployment/catalog", 2)
        .line("Service/catalog", "Deployment/catalog", TRAFFIC)
        .line("Ingress/shop", "Service/web", TRAFFIC)
        .line("Ingress/shop", "Service/catalog", TRAFFIC)
        .line("Ingress/shop", "Service/cart", TRAFFIC)
        .line("Ingress/shop", "Secret/web-tls", CONFIGURATION)
        .line("RoleBinding/web-tls", "Secret/web-tls", EXTENSION)
        .line("PDB/web", "Deployment/web", POLICY)
        .line("Deployment/web", "ServiceAccount/web", IDENTITY)
        .line("Deployment/web", "ConfigMap/web-config", CONFIGURATION)
        .line("Deployment/web", "ConfigMap/web-nginx", CONFIGURATION)
        .line("Deployment/web", "ConfigMap/feature-flags", CONFIGURATION)
        .line("Deployment/catalog", "ConfigMap/feature-flags", CONFIGURATION)
        .line("Deployment/catalog", "ConfigMap/catalog-config", CONFIGURATION)
        .line("Deployment/catalog", "Secret/catalog-api-key", CONFIGURATION)
        .line("Deployment/cart", "ServiceAccount/cart", IDENTITY)
        .line("Deployment/cart", "ConfigMap/cart-config", CONFIGURATION)
        .line("Deployment/cart", "Secret/db-password", CONFIGURATION);
  }

  static Sketch postgres() {
    return new Sketch()
        .workload("StatefulSet/postgres", 2)
        .line("Service/postgres", "StatefulSet/postgres", TRAFFIC)
        .line("Service/postgres-hl", "StatefulSet/postgres", TRAFFIC)
        .line("StatefulSet/postgres", "Service/postgres-hl", TRAFFIC)
        .line("PDB/postgres", "StatefulSet/postgres", POLICY)
        .line("NetPol/postgres-from-apps", "StatefulSet/postgres", POLICY)
        .line("StatefulSet/postgres", "ConfigMap/postgres-conf", CONFIGURATION)
        .line("StatefulSet/postgres", "Secret/postgres-auth", CONFIGURATION)
        .line("StatefulSet/postgres", "ServiceAccount/postgres", IDENTITY);
  }

  static Sketch search() {
    return new Sketch()
        .workload("Deployment/search", 1)
        .line("Service/search", "Deployment/search", TRAFFIC)
        .line("Deployment/search", "PVC/search-index", STORAGE)
        .line("Deployment/search", "ConfigMap/search-synonyms", CONFIGURATION)
        .line("Deployment/search", "Secret/search-auth", CONFIGURATION);
  }

  static Sketch chain() {
    return new Sketch()
        .workload("Deployment/a", 1)
        .workload("Deployment/b", 1)
        .workload("Deployment/c", 3)
        .line("Service/a", "Deployment/a", TRAFFIC)
        .line("Deployment/a", "Service/b", TRAFFIC)
        .line("Service/b", "Deployment/b", TRAFFIC)
        .line("Deployment/b", "Service/c", TRAFFIC)
        .line("Service/c", "Deployment/c", TRAFFIC)
        .line("Deployment/a", "ConfigMap/env", CONFIGURATION)
        .line("Deployment/b", "ConfigMap/env", CONFIGURATION)
        .line("Deployment/c", "ConfigMap/env", CONFIGURATION);
  }

  static Sketch fan(int width) {
    Sketch sketch = new Sketch().workload("Deployment/fan", 4);
    sketch.line("Service/fan", "Deployment/fan", TRAFFIC);
    for (int i = 0; i < width; i++) {
      sketch.line("Deployment/fan", "ConfigMap/file-" + i, CONFIGURATION);
    }
    return sketch;
  }

  /// Two workloads share most of what they use, and many policies point at one of them.
  static Sketch guarded() {
    Sketch sketch = new Sketch().workload("Deployment/a", 2).workload("Deployment/b", 1);
    for (int i = 1; i <= 20; i++) {
      sketch.line("Deployment/a", "ConfigMap/shared-" + i, CONFIGURATION);
      sketch.line("Deployment/b", "ConfigMap/shared-" + i, CONFIGURATION);
      sketch.line("NetPol/allow-" + i, "Deployment/a", POLICY);
    }
    return sketch
        .line("Deployment/a", "Secret/own", CONFIGURATION)
        .line("Deployment/b", "ServiceAccount/b", IDENTITY)
        .line("Service/a", "Deployment/a", TRAFFIC);
  }

  static Sketch binding() {
    return new Sketch()
        .workload("Deployment/operator", 1)
        .line("Deployment/operator", "ServiceAccount/operator", IDENTITY)
        .line("RoleBinding/operator", "ServiceAccount/operator", IDENTITY)
        .line("RoleBinding/operator", "Role/operator", IDENTITY)
        .line("RoleBinding/leader", "ServiceAccount/operator", IDENTITY)
        .line("RoleBinding/leader", "Role/leader-election", IDENTITY)
        .line("Deployment/operator", "ConfigMap/operator", CONFIGURATION);
  }

  static Sketch parts() {
    Sketch sketch = web();
    sketch
        .line("RoleBinding/view", "Role/view", IDENTITY)
        .line("RoleBinding/edit", "Role/edit", IDENTITY)
        .line("Ingress/old", "Service/gone", TRAFFIC);
    sketch.card("ConfigMap/kube-root-ca.crt");
    sketch.card("Secret/unused");
    sketch.card("Secret/unused-2");
    return sketch;
  }

  static Sketch calls() {
    Sketch sketch = new Sketch();
    for (String name : new String[] {"front", "cart", "pay", "mail"}) {
      app(sketch, name, 1);
    }
    return sketch
        .line("Deployment/front", "Service/cart", TRAFFIC)
        .line("Deployment/front", "Service/pay", TRAFFIC)
        .line("Deployment/cart", "Service/pay", TRAFFIC)
        .line("Deployment/pay", "Service/mail", TRAFFIC)
        .line("Deployment/mail", "Service/front", TRAFFIC);
  }

  static Sketch shared() {
    Sketch sketch = new Sketch();
    for (int i = 1; i <= 6; i++) {
      sketch
          .workload("Deployment/worker-" + i, 1 + i % 2)
          .line("Deployment/worker-" + i, "ServiceAccount/worker", IDENTITY)
          .line("Deployment/worker-" + i, "ConfigMap/common", CONFIGURATION)
          .line("Deployment/worker-" + i, "ConfigMap/worker-" + i, CONFIGURATION)
          .line("Deployment/worker-" + i, "Secret/common", CONFIGURATION);
    }
    return sketch;
  }

  static Sketch many() {
    Sketch sketch = new Sketch();
    for (int i = 1; i <= 5; i++) {
      app(sketch, "svc-" + i, 1 + i % 3);
      sketch
          .line("Ingress/shop", "Service/svc-" + i, TRAFFIC)
          .line("PDB/svc-" + i, "Deployment/svc-" + i, POLICY)
          .line("NetPol/all", "Deployment/svc-" + i, POLICY)
          .line("Deployment/svc-" + i, "ServiceAccount/svc-" + i, IDENTITY)
          .line("Deployment/svc-" + i, "PVC/svc-" + i, STORAGE)
          .line("Deployment/svc-" + i, "ConfigMap/svc-" + i, CONFIGURATION)
          .line("Deployment/svc-" + i, "Secret/common", CONFIGURATION);
    }
    return sketch;
  }

  static Sketch gateway() {
    return new Sketch()
        .workload("Deployment/gw", 1)
        .line("Ingress/a", "Service/gw", TRAFFIC)
        .line("Ingress/b", "Service/gw", TRAFFIC)
        .line("Ingress/a", "Secret/tls", CONFIGURATION)
        .line("Ingress/b", "Secret/tls", CONFIGURATION)
        .line("Service/gw", "Deployment/gw", TRAFFIC)
        .line("Deployment/gw", "Secret/tls", CONFIGURATION)
        .line("HPA/gw", "Deployment/gw", SCALING);
  }
}
